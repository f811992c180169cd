package dev.shopbell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  private final Texts texts = Texts.of(TextsTest.class, "greeting");

  @Test
  void putEachArgumentInItsPlaceAsItIs() {
    assertThat(texts.text(Locale.ENGLISH, "hello", "{1} $1 \\", 12_000))
        .isEqualTo("It's {1} $1 \\'s shop, 12000: {1} $1 \\ says \"{x}\" and {");
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, '李，这是 Ann 的店'",
    "zh-Hant-TW, '李，这是 Ann 的店'",
    "es-MX, '¡Hola, 李! Es la tienda de Ann.'",
    "en-GB, 'It''s Ann''s shop, 李: Ann says \"{x}\" and {'",
    "ja, 'It''s Ann''s shop, 李: Ann says \"{x}\" and {'",
    "und, 'It''s Ann''s shop, 李: Ann says \"{x}\" and {'"
  })
  void speakTheReadersLanguageOrEnglish(String tag, String text) {
    assertThat(texts.text(Locale.forLanguageTag(tag), "hello", "Ann", "李")).isEqualTo(text);
  }

  @Test
  void refuseASentenceThatThereIsNot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> texts.text(Locale.ENGLISH, "bye"))
        .withMessage("greeting has no sentence \"bye\": add it in every language");
  }

  @Test
  void refuseAPlaceWithoutAnArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> texts.text(Locale.ENGLISH, "hello", "Ann"))
        .withMessage("sentence hello of greeting has the place {1}: give it an argument");
  }

  @Test
  void nameTheFileThatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> Texts.of(TextsTest.class, "farewell"))
        .withMessage("farewell.en.properties");
  }

  /** Every family of files of this module, whoever wrote it. */
  @ParameterizedTest
  @MethodSource("families")
  void haveEverySentenceWithTheSamePlacesInEveryLanguage(Path english) throws IOException {
    Map<String, Set<String>> places = places(english);

    assertThat(places).isNotEmpty();
    for (Locale language : Texts.LANGUAGES) {
      String name =
          english.getFileName().toString().replace(".en.", "." + language.toLanguageTag() + ".");
      assertThat(places(english.resolveSibling(name))).as(name).isEqualTo(places);
    }
  }

  /** Read by hand, since {@code Properties} passes over a key that stands twice. */
  private static Map<String, Set<String>> places(Path file) throws IOException {
    Map<String, Set<String>> places = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] sentence = line.split(" = ", 2);
        assertThat(sentence).as(file + ": " + line).hasSize(2).doesNotContain("");
        assertThat(line).as("one line a sentence, as it is").doesNotContain("\\");
        assertThat(places.put(sentence[0], placesOf(sentence[1]))).as(line).isNull();
      }
    }
    return places;
  }

  private static Set<String> placesOf(String sentence) {
    List<String> found = PLACE.matcher(sentence).results().map(MatchResult::group).toList();
    assertThat(found).as(sentence).allMatch(place -> place.matches("\\{\\d}"));
    return new TreeSet<>(found);
  }

  private static List<Path> families() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".en.properties")).toList();
    }
  }
}
