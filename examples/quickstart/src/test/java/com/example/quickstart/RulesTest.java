package com.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} and the tests say the same of each other. */
class RulesTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| ([a-z]+-\\d\\d) \\| (.+?) \\| (built|not yet|partly: .+?) \\| (.*?) ?\\|$");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([a-z]+-\\d\\d)\"\\)");

  private record Row(String id, String state, Set<String> tests) {}

  @Test
  void everyRowIsReadable() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("docs/rules.md"));
    assertThat(lines)
        .filteredOn(line -> line.matches("^\\| [a-z]+-\\d.*"))
        .hasSizeGreaterThan(100)
        .allMatch(line -> ROW.matcher(line).matches());
    assertThat(rows()).extracting(Row::id).doesNotHaveDuplicates();
  }

  @Test
  void aRowThatIsBuiltNamesTestsAndOneThatIsNotNamesNone() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.tests().isEmpty())
                    .as(row.id())
                    .isEqualTo(row.state().equals("not yet")));
  }

  @Test
  void rowsNameExactlyTheTestsThatClaimThem() throws IOException {
    Map<String, Set<String>> claims = claims();
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(claims.getOrDefault(row.id(), Set.of()))
                    .as("tests that claim " + row.id())
                    .containsExactlyInAnyOrderElementsOf(row.tests()));
  }

  @Test
  void noTestClaimsARuleThatThereIsNot() throws IOException {
    assertThat(rows()).extracting(Row::id).containsAll(claims().keySet());
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/rules.md")).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> new Row(row.group(1), row.group(3), tests(row.group(4))))
        .toList();
  }

  private static Set<String> tests(String cell) {
    Set<String> tests = new TreeSet<>(Arrays.asList(cell.split(", ")));
    tests.remove("");
    return tests;
  }

  /** The classes of tests that carry each rule's id. */
  private static Map<String, Set<String>> claims() throws IOException {
    Map<String, Set<String>> claims = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file :
          files.filter(path -> path.toString().matches(".*/src/test/java/.*\\.java")).toList()) {
        Matcher tags = TAG.matcher(Files.readString(file));
        String name = file.getFileName().toString().replace(".java", "");
        while (tags.find()) {
          claims.computeIfAbsent(tags.group(1), id -> new TreeSet<>()).add(name);
        }
      }
    }
    return claims;
  }
}
