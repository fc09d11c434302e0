package se.sip.rehearsal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the made-up cases went on what runs and on the candidate.
 *
 * @param fine whether every case could be played to its end on the candidate
 * @param cases in the order of their files
 * @param faults of the files of cases; with any, nothing was played
 * @param elements share of the candidate's flow nodes that the cases touched
 * @param rows share of the candidate's table rows that the cases touched
 * @param milliseconds how long all of it took
 */
public record RehearsalResult(String county, boolean fine, List<PlayedCase> cases, List<StoryFault> faults, Share elements,
        Share rows, long milliseconds) {

    /**
     * A case on what runs and on the candidate.
     *
     * @param before how it goes today
     * @param after how it goes by the candidate
     * @param changes what differs, in Swedish; empty where nothing does
     */
    public record PlayedCase(String name, String about, String file, int line, PlayedStory before, PlayedStory after,
            List<String> changes) {

        static PlayedCase of(Story story, PlayedStory before, PlayedStory after) {
            return new PlayedCase(story.name(), story.about(), story.file(), story.line(), before, after,
                    new StoryChanges(before, after).all());
        }

        private PlayedCase beside(PlayedStory today) {
            return new PlayedCase(name, about, file, line, today, after, new StoryChanges(today, after).all());
        }
    }

    /**
     * A share of elements or rows that the cases touched.
     *
     * @param untouched those that no case touches and that the candidate changes: file, name and id
     */
    public record Share(int touched, int total, int percent, List<String> untouched) {

        static final Share NONE = new Share(0, 0, 0, List.of());
    }

    /** The same, beside how the cases go today, which has been played elsewhere. */
    public RehearsalResult beside(RehearsalResult today) {
        if (!faults.isEmpty() || !today.faults().isEmpty() || today.cases().size() != cases.size()) {
            return faults.isEmpty() ? today : this;
        }
        return new RehearsalResult(county, fine, IntStream.range(0, cases.size()).mapToObj(i -> cases.get(i)
                .beside(today.cases().get(i).after())).toList(), faults, elements, rows,
                Math.max(milliseconds, today.milliseconds()));
    }

    static RehearsalResult faulty(String county, List<StoryFault> faults, long milliseconds) {
        return new RehearsalResult(county, false, List.of(), faults, Share.NONE, Share.NONE, milliseconds);
    }

    /** Cases that could not be played to their end on the candidate. */
    public List<PlayedCase> stopped() {
        return cases.stream().filter(one -> !one.after().wentThrough()).toList();
    }

    /**
     * Whether the candidate can be published: no process fails. A case that no longer fits a changed process is told, and
     * stops nobody.
     */
    public boolean publishable() {
        return faults.isEmpty() && cases.stream().noneMatch(one -> one.after().broken());
    }

    /** Cases that go otherwise than today. */
    public List<PlayedCase> changed() {
        return cases.stream().filter(one -> !one.changes().isEmpty()).toList();
    }
}
