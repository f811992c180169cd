package dev.shopbell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"ordr,order", "oder,order", "tota,total", "Total,total", "amout,amount"})
  void suggestsTheNameThatWasMeant(String written, String meant) {
    assertThat(Nearest.hint(written, List.of("total", "order", "amount")))
        .isEqualTo("did you mean \"" + meant + "\"? Known: amount, order, total");
  }

  @Test
  void suggestsTheNearestOfSeveral() {
    assertThat(Nearest.hint("order.payed", List.of("order.paid", "order.placed")))
        .startsWith("did you mean \"order.paid\"?");
  }

  @Test
  void suggestsNothingWhereNothingIsNear() {
    assertThat(Nearest.hint("colour", Set.of("smtp", "acme"))).isEqualTo("known: acme, smtp");
  }

  @Test
  void saysWhenThereAreNone() {
    assertThat(Nearest.hint("colour", Set.of())).isEqualTo("known: there are none");
  }

  @Test
  void takesAnOverlongNameAsItsBeginning() {
    assertThat(Nearest.hint("x".repeat(100_000), Set.of("smtp"))).isEqualTo("known: smtp");
  }
}
