package in.sampark.launcher;

import picocli.CommandLine.Option;

/** How every command is asked for its options. */
public final class HelpOption {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
