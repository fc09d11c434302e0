package se.sip.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the Swedish web app texts against the platform's own: a new version of the platform must
 * not bring back English, lose a value inside a text or leave an outdated page behind.
 */
class SwedishTasklistLocaleTest {

  private static final String APPS = "META-INF/resources/webjars/camunda/app/";
  private static final String NOTICE_ABOUT_SUCCESSOR = "BANNER_CE_EOL_TEXT";
  private static final Set<String> SAME_IN_SWEDISH =
      Set.of("Cockpit", "Diagram", "Filter", "<", "<=", ">", ">=");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
  private static final Pattern PAGE_LANGUAGE_OR_NAME =
      Pattern.compile("<html lang=\"[^\"]*\">|<title>[^<]*</title>|content=\"(Camunda|SIP) [^\"]*\"");

  private final ObjectMapper json =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void isInSwedishWhateverLanguageTheBrowserIsSetTo(String app) throws IOException {
    String path = "/" + APPS + app + "/scripts/config.js";
    try (InputStream config = getClass().getResourceAsStream(path)) {
      assertThat(new String(config.readAllBytes(), StandardCharsets.UTF_8))
          .contains("availableLocales: ['sv'],");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void hasExactlyThePlatformsKeys(String app) throws IOException {
    JsonNode english = platformTexts(app);
    JsonNode swedish = ownTexts(app);

    assertThat(keys(swedish)).isEqualTo(keys(english));
    assertThat(keys(swedish.path("labels"))).isEqualTo(keys(english.path("labels")));
    assertThat(keys(swedish.path("dateLocales"))).isEqualTo(keys(english.path("dateLocales")));
    for (String block : keys(english.path("dateLocales"))) {
      assertThat(swedish.at("/dateLocales/" + block).size())
          .as(block)
          .isEqualTo(english.at("/dateLocales/" + block).size());
      assertThat(keys(swedish.at("/dateLocales/" + block)))
          .isEqualTo(keys(english.at("/dateLocales/" + block)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome"})
  void leavesNoEnglish(String app) throws IOException {
    Map<String, String> english = labels(platformTexts(app));
    Map<String, String> untranslated = new LinkedHashMap<>(labels(ownTexts(app)));
    untranslated.entrySet().removeIf(label ->
        label.getValue().isEmpty()
            || SAME_IN_SWEDISH.contains(label.getValue())
            || !label.getValue().equals(english.get(label.getKey())));

    assertThat(untranslated).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void keepsTheValuesInsideTheTexts(String app) throws IOException {
    Map<String, String> english = labels(platformTexts(app));

    labels(ownTexts(app)).forEach((key, text) ->
        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void emptiesOnlyTheNoticeAboutTheSuccessor(String app) throws IOException {
    Set<String> expected = emptyKeys(labels(platformTexts(app)));
    expected.add(NOTICE_ABOUT_SUCCESSOR);

    assertThat(emptyKeys(labels(ownTexts(app)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
  void pageDiffersFromThePlatformsInLanguageAndNameOnly(String app) throws IOException {
    String own = read(app + "/index.html", SwedishTasklistLocaleTest::isOwn);
    String platform = read(app + "/index.html", url -> !isOwn(url));

    assertThat(own).contains("<html lang=\"sv\">").doesNotContain("<title>Camunda");
    assertThat(withoutLanguageAndName(own)).isEqualTo(withoutLanguageAndName(platform));
    assertThat(own.chars())
        .as("the platform sends the page without saying how it is encoded")
        .allMatch(character -> character < 128);
  }

  private JsonNode ownTexts(String app) throws IOException {
    return json.readTree(read(app + "/locales/sv.json", SwedishTasklistLocaleTest::isOwn));
  }

  private JsonNode platformTexts(String app) throws IOException {
    String text = read(app + "/locales/en.json", url -> !isOwn(url));
    return json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static boolean isOwn(URL url) {
    return url.getProtocol().equals("file");
  }

  private static String read(String path, Predicate<URL> source) throws IOException {
    URL url = Collections.list(
            SwedishTasklistLocaleTest.class.getClassLoader().getResources(APPS + path))
        .stream()
        .filter(source)
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is not on the class path"));
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Map<String, String> labels(JsonNode texts) {
    Map<String, String> labels = new LinkedHashMap<>();
    texts.path("labels").fields().forEachRemaining(
        label -> labels.put(label.getKey(), label.getValue().asText()));
    return labels;
  }

  private static Set<String> emptyKeys(Map<String, String> labels) {
    Set<String> empty = new TreeSet<>();
    labels.forEach((key, text) -> {
      if (text.isEmpty()) {
        empty.add(key);
      }
    });
    return empty;
  }

  private static List<String> placeholders(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    Collections.sort(found);
    return found;
  }

  private static String withoutLanguageAndName(String page) {
    return PAGE_LANGUAGE_OR_NAME.matcher(page).replaceAll("");
  }
}
