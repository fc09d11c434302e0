package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.provider.ValueSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form about an adult speaks of the person: never of the child, a guardian or the family. */
class AdultWordingTest {

    private static final Pattern CHILD = Pattern.compile(
            "\\b(barn(et|ets)?|den unges?|vårdnadshavar\\p{L}*|familje?n?s?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<String> SHOWN = List.of("label", "help", "title", "add", "one");
    /** What the product knows of the case decides whether these open, and for an adult they do not. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"\\n]*\"");
    /** Named where only children's plans name it (BOR-66). */
    private static final String CHILDRENS_ONLY = "kontakten med familjen";
    private static final Pattern FAMILY = Pattern.compile("[Ff]amilj");
    private static final String CHILDS_PART = "sip-show[when=adult][is*=false]";
    /**
     * One is about having turned 18: that guardians' consent holds no more. In the others the person or the case is
     * named in the form itself, so they speak of either.
     */
    private static final Set<String> OF_EITHER = Set.of("forms/eget_samtycke.html", "forms/handelse.html",
            "forms/behov.html");

    static Stream<Bundle.File> forms() {
        var vgr = new BundleReader("classpath*:").read(BundleFolder.VGR);
        return vgr.files().values().stream().filter(f -> f.folder() == Bundle.Folder.FORMS)
                .filter(f -> !OF_EITHER.contains(f.name()))
                .map(f -> new Bundle.File(f.folder(), f.name(), f.origin(),
                        FormParts.putIn(f, vgr).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormAboutAnAdultNeverSpeaksOfTheChild(Bundle.File form) {
        Document page = Jsoup.parseBodyFragment(form.text());
        page.select("[only=child], " + CHILDS_PART + ", script").remove();
        var words = new ArrayList<String>();
        for (Element element : page.body().getAllElements()) {
            for (String name : SHOWN) {
                String text = element.hasAttr(name + "-adult") ? element.attr(name + "-adult") : element.attr(name);
                collect(text, words);
            }
            if (!element.hasAttr("label-adult") || !element.normalName().equals("option")) {
                collect(element.ownText(), words);
            }
        }
        assertThat(words).as("what %s says of an adult", form.name()).isEmpty();
    }

    /** What the server itself says in a case of either sort speaks of whom it is about, not of a family. */
    @ParameterizedTest
    @ValueSource(strings = {"preparation", "consent", "invitation", "meeting", "plan", "followup", "event"})
    void aMessageThatMayBeAboutAnAdultNeverSpeaksOfTheFamily(String part) throws IOException {
        var said = new ArrayList<String>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/se/sip", part))) {
            for (Path file : files.toList()) {
                var literals = LITERAL.matcher(Files.readString(file));
                while (literals.find()) {
                    if (FAMILY.matcher(literals.group()).find() && !literals.group().contains(CHILDRENS_ONLY)) {
                        said.add(file.getFileName() + ": " + literals.group());
                    }
                }
            }
        }
        assertThat(said).isEmpty();
    }

    private static void collect(String text, List<String> words) {
        if (CHILD.matcher(text).find()) {
            words.add(text);
        }
    }
}
