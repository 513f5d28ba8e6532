package in.sampark.launcher;

/**
 * How a story came out.
 *
 * @param right whether it is what was expected
 * @param screen what the screen shows of it
 * @param json what a file of it holds
 */
public record StoryResult(boolean right, String screen, String json) {}
