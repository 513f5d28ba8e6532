package in.sampark.launcher;

/** What is played on the running system before it is left to its visitor. Found by {@link java.util.ServiceLoader}. */
public interface Story {

    /**
     * Plays to the end and tells whether all came out as it should.
     *
     * @param progress where to say how far it is
     * @throws Exception when the story cannot go on; the system is stopped then
     */
    StoryResult play(RunningSystem system, Progress progress) throws Exception;
}
