package se.sip.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.sip.command.CountyCommands.WrongUseException;

/**
 * {@code publish <county> [folder] --server URL}: sends changed files to a running server, which checks and rehearses them,
 * and proposes them; a second process owner confirms. Without a folder it says what runs and what waits.
 */
@Command(name = "publish", description = "Publicerar ett läns ändrade filer på en server som är igång. Utan mapp: säger vad"
        + " som gäller och vad som väntar. Nyckeln skapas på sidan Processer; den tas ur SIP_NYCKEL, eller frågas efter.",
        headerHeading = "", synopsisHeading = "Används: ", descriptionHeading = "%n", parameterListHeading = "%n",
        optionListHeading = "%n")
class PublishCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LÄN", description = "Länets id, till exempel vgr.")
    private String county;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MAPP", description = "Projektmappen, eller en mapp med de ändrade"
            + " filerna.")
    private Path folder;

    @Option(names = "--server", required = true, paramLabel = "ADRESS", description = "Till exempel https://sip.example.se.")
    private String server;

    @Option(names = {"-m", "--message"}, paramLabel = "TEXT", description = "Vad som ändras, och varför. Sparas med versionen.")
    private String message;

    @Option(names = "--warnings-seen", description = "Varningarna är lästa, och det är rätt ändå.")
    private boolean warningsSeen;

    @Option(names = "--confirm", paramLabel = "KANDIDAT", description = "Bekräftar en annan processägares förslag.")
    private Long confirm;

    @Option(names = "--again", paramLabel = "VERSION", description = "Går tillbaka till en tidigare version.")
    private Integer again;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Visar den här hjälpen.")
    private boolean help;

    @Override
    public Integer call() {
        if ((folder == null ? 0 : 1) + (confirm == null ? 0 : 1) + (again == null ? 0 : 1) > 1) {
            throw new WrongUseException("Välj en av MAPP, --confirm och --again.");
        }
        boolean proposes = folder != null || again != null;
        if (proposes && (message == null || message.isBlank())) {
            throw new WrongUseException("Skriv vad som ändras och varför: --message \"…\".");
        }
        PrintWriter out = spec.commandLine().getOut();
        byte[] files = folder == null ? null : ChangedFiles.zip(folder, county);
        var calls = new Server(server, county, CommandKey.given());
        try {
            if (confirm != null) {
                out.println("Version " + calls.post("candidates/" + confirm + "/confirm", Map.of()).get("version").asInt()
                        + " gäller nu.");
                return CountyCommands.FINE;
            }
            if (proposes) {
                return propose(calls, out, files == null ? calls.post("publications/" + again + "/again", Map.of())
                        : calls.send("candidates", files));
            }
            return tell(calls, out);
        } catch (Server.ServerRefusedException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return CountyCommands.FAULTS;
        } finally {
            out.flush();
        }
    }

    private int propose(Server calls, PrintWriter out, JsonNode candidate) {
        String place = "candidates/" + candidate.get("id").asLong();
        for (JsonNode fault : calls.get(place + "/report").get("faults")) {
            out.println(fault.get("severity").asText().toUpperCase(java.util.Locale.ROOT) + " " + fault.get("file").asText()
                    + (fault.get("line").asInt() > 0 ? ", rad " + fault.get("line").asInt() : "") + ": "
                    + fault.get("fault").asText() + " " + fault.get("remedy").asText());
        }
        if (candidate.get("errors").asInt() > 0) {
            out.println("Prövningen hittade " + candidate.get("errors").asInt() + " fel. Det som gäller är inte ändrat.");
            return CountyCommands.FAULTS;
        }
        for (JsonNode file : calls.get(place + "/diff").get("files")) {
            out.println(file.get("file").asText());
            file.get("elements").forEach(one -> out.println("  " + one.get("text").asText()));
        }
        if (calls.get("rules").get("rehearsed").asBoolean()) {
            if (!rehearse(calls, place, out)) {
                out.println("Det som gäller är inte ändrat.");
                return CountyCommands.FAULTS;
            }
        }
        JsonNode proposed = calls.post(place + "/propose", Map.of("message", message, "warningsSeen", warningsSeen));
        out.println(proposed.get("state").asText().equals("PUBLISHED") ? "Publicerat: det gäller nu."
                : "Kandidat " + proposed.get("id").asLong() + " är föreslagen. En annan processägare bekräftar på sidan "
                        + "Processer, eller med: publish " + county + " --confirm " + proposed.get("id").asLong()
                        + " --server " + server);
        return CountyCommands.FINE;
    }

    /** The server rehearses in the background; the command waits for it. */
    private static boolean rehearse(Server calls, String place, PrintWriter out) {
        out.println("Repeterar, det tar omkring en halv minut …");
        out.flush();
        calls.post(place + "/rehearse", Map.of());
        JsonNode progress = calls.get(place + "/rehearsal");
        while (progress.get("state").asText().equals("GOING")) {
            Server.pause();
            progress = calls.get(place + "/rehearsal");
        }
        boolean done = progress.get("state").asText().equals("DONE");
        boolean fine = done && progress.get("fine").asBoolean();
        out.println(fine ? "Repetitionen gick bra." : done
                ? "Repetitionen gick inte bra. Se vad den fann på kandidatens sida."
                : "Repetitionen kom inte till slut. Försök igen; driften ser varför i loggen.");
        return fine;
    }

    private int tell(Server calls, PrintWriter out) {
        calls.get("publications").forEach(p -> out.println("Version " + p.get("version").asInt() + ", "
                + p.get("publishedAt").asText().substring(0, 16).replace('T', ' ') + ": " + p.get("message").asText()));
        calls.get("candidates").forEach(c -> out.println("Väntar: kandidat " + c.get("id").asLong() + ", "
                + c.get("note").asText() + (c.get("errors").asInt() > 0 ? ", " + c.get("errors").asInt() + " fel" : "")
                + (c.get("state").asText().equals("PROPOSED") ? ", föreslagen: "
                        + c.get("proposal").get("message").asText() : "")));
        return CountyCommands.FINE;
    }
}
