package se.sip.rehearsal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import se.sip.SipApplication;
import se.sip.engine.SipClock;

/**
 * Plays all made-up cases on what runs and on a candidate, in a product of its own: real services and engine, records
 * in memory, a clock that the cases move, no web. It takes the whole program's clock, so it belongs in a process where
 * nothing else goes on.
 */
public final class RehearsalRun {

    /** In this profile nothing is published by itself, and what a case passes is noted. */
    static final String PROFILE = "rehearsal";

    /** Given like a command's arguments they go before settings files and environment: no other database is touched. */
    private static final String[] SETTINGS = {"--spring.profiles.active=" + PROFILE,
        "--spring.datasource.url=jdbc:h2:mem:rehearsal;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=2000", "--spring.datasource.username=sa",
        "--spring.datasource.password=", "--spring.datasource.hikari.maximum-pool-size=4", "--spring.flyway.schemas=SIP", "--spring.flyway.default-schema=SIP",
        "--camunda.bpm.job-execution.enabled=false", "--camunda.bpm.history-level=none",
        "--camunda.bpm.metrics.enabled=false", "--camunda.bpm.metrics.db-reporter-activate=false",
        "--sip.audit.seal-at=-", "--sip.mail.host=", "--sip.it-service.folder=",
        "--spring.main.log-startup-info=false", "--spring.jmx.enabled=false"};

    /** What is played: what runs and the candidate, or one of them where a process beside this one plays the other. */
    public enum Side {
        BOTH, BEFORE, AFTER
    }

    private final String county;
    private final Map<String, byte[]> running;
    private final Map<String, byte[]> candidate;

    /**
     * @param county id of the county
     * @param running what it runs today, by resource name
     * @param candidate what it would run
     */
    public RehearsalRun(String county, Map<String, byte[]> running, Map<String, byte[]> candidate) {
        this.county = county;
        this.running = running;
        this.candidate = new TreeMap<>(candidate);
    }

    /** @param sources files of made-up cases */
    public RehearsalResult of(List<StoryFile.Source> sources, Side side) {
        long began = System.nanoTime();
        var stories = new ArrayList<Story>();
        var faults = new ArrayList<StoryFault>();
        var known = new StoryFile.Known(form -> holds("forms/" + form + ".html"),
                process -> holds("processes/" + process + ".bpmn"));
        for (StoryFile.Source source : sources) {
            StoryFile.Read read = StoryFile.read(source, known);
            stories.addAll(read.stories());
            faults.addAll(read.faults());
        }
        if (!faults.isEmpty()) {
            return RehearsalResult.faulty(county, faults, since(began));
        }
        var application = new SpringApplication(SipApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext stage = application.run(SETTINGS)) {
            return play(stage, stories, side, began);
        }
    }

    /** What a candidate changes no case of may still be there in what runs: a case may name either. */
    private boolean holds(String name) {
        return candidate.containsKey(name) || running.containsKey(name);
    }

    /** With one side alone, each case goes the same before and after. */
    private RehearsalResult play(ConfigurableApplicationContext stage, List<Story> stories, Side side, long began) {
        var repository = stage.getBean(RepositoryService.class);
        var player = stage.getBean(StoryPlayer.class);
        try {
            stage.getBean(CleanSlate.class).remember();
            List<PlayedStory> before = null;
            if (side == Side.BOTH && !same(running, candidate)) {
                deploy(repository, running);
                before = playAll(player, stories, new Touched());
            }
            deploy(repository, side == Side.BEFORE ? running : candidate);
            var touched = new Touched();
            List<PlayedStory> after = playAll(player, stories, touched);
            var cases = new ArrayList<RehearsalResult.PlayedCase>();
            for (int i = 0; i < stories.size(); i++) {
                cases.add(RehearsalResult.PlayedCase.of(stories.get(i), (before == null ? after : before).get(i),
                        after.get(i)));
            }
            return new RehearsalResult(county, after.stream().allMatch(PlayedStory::wentThrough), cases, List.of(),
                    share(touched.elementsOf(candidate)), share(touched.rowsOf(candidate)), since(began));
        } finally {
            stage.getBean(SipClock.class).reset();
        }
    }

    private List<PlayedStory> playAll(StoryPlayer player, List<Story> stories, Touched touched) {
        return stories.stream().map(story -> player.play(story, county, touched)).toList();
    }

    private void deploy(RepositoryService repository, Map<String, byte[]> contents) {
        var deployment = repository.createDeployment().name(county).tenantId(county);
        contents.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    /** Of what no case touches, a reader wants to know what the candidate changes; with no change, all of it. */
    private RehearsalResult.Share share(Touched.Share share) {
        boolean nothingChanged = same(running, candidate);
        return new RehearsalResult.Share(share.touched(), share.total(), share.percent(), share.untouched().stream()
                .filter(part -> nothingChanged || !Arrays.equals(running.get(part.file()), candidate.get(part.file())))
                .map(part -> part.file() + ": " + (part.name().isEmpty() ? part.id() : part.name() + " (" + part.id()
                        + ")")).toList());
    }

    /** Whether the candidate would change nothing, so that each case goes as it does today. */
    public boolean changesNothing() {
        return same(running, candidate);
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet()) && one.entrySet().stream()
                .allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
