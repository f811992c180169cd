package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.internal.DataLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"generic-mailboxes.txt", "generic-names.txt"})
  void areWrittenAsTheyAreComparedAndFoundAsNames(String file) {
    List<String> words = DataLines.read(GenericWords.class, file);

    assertThat(words).isNotEmpty().doesNotHaveDuplicates();
    assertThat(words).allMatch(GenericWords::isGenericName);
    assertThat(words).allMatch(word -> word.matches("[\\p{Ll}\\p{Lo}]+"));
  }

  @Test
  void areNamedInOneListAlone() {
    assertThat(DataLines.read(GenericWords.class, "generic-names.txt"))
        .doesNotContainAnyElementsOf(DataLines.read(GenericWords.class, "generic-mailboxes.txt"));
  }
}
