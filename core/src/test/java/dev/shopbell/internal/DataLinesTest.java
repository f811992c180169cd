package dev.shopbell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class DataLinesTest {
  @Test
  void areTheLinesThatSaySomething() {
    assertThat(DataLines.read(DataLinesTest.class, "fruit.txt"))
        .containsExactly("apple", "梨", "fig # not a remark");
  }

  @Test
  void nameTheFileThatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> DataLines.read(DataLinesTest.class, "stones.txt"))
        .withMessage("stones.txt");
  }
}
