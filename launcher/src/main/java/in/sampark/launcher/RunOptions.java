package in.sampark.launcher;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of a run.
 *
 * @param meters meter data instead of that of the checkout
 * @param days how many calendar days of it: a number or {@code all}
 * @param json where the story's result is written
 * @param fresh whether the data of earlier runs is thrown away
 * @param once whether it ends after the story
 * @param instances how many of each service
 */
record RunOptions(
        Optional<Path> meters, String days, Optional<Path> json, boolean fresh, boolean once, Instances instances) {}
