package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.Variable.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {
  @Test
  void isRequiredUnlessMadeOptional() {
    Variable order = Variable.of("order", Kind.TEXT);

    assertThat(order).isEqualTo(new Variable("order", Kind.TEXT, true, List.of()));
    assertThat(order.optional()).isEqualTo(new Variable("order", Kind.TEXT, false, List.of()));
  }

  @Test
  void hasFieldsWhenItIsAList() {
    Variable price = Variable.of("price", Kind.MONEY);
    Variable goods = Variable.list("goods", price);

    assertThat(goods).isEqualTo(new Variable("goods", Kind.LIST, true, List.of(price)));
    assertThat(goods.optional().fields()).containsExactly(price);
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = "LIST", mode = EnumSource.Mode.EXCLUDE)
  void hasFieldsOnlyWhenItIsAList(Kind kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Variable("order", kind, true, List.of(Variable.of("price", Kind.MONEY))))
        .withMessage("variable order has fields: only a list has them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1st", "order.no", "order no", "order_no", "名", "order\n"})
  void refusesAnotherFormOfName(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Variable.of(name, Kind.TEXT))
        .withMessageStartingWith("variable \"")
        .withMessageEndingWith("\" is not a name: use letters and digits");
  }

  @Test
  void hasANameOfAtMost64Characters() {
    assertThat(Variable.of("x".repeat(64), Kind.TEXT).name()).hasSize(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Variable.of("x".repeat(65), Kind.TEXT))
        .withMessageEndingWith(" is not a name: use letters and digits");
  }

  @Test
  void aVariableSaysHowLongItMayBeAndShowsASample() {
    Variable name = Variable.of("name", Kind.TEXT).longest(20).sample("Ann").optional();

    assertThat(name.longest()).isEqualTo(20);
    assertThat(name.sample()).contains("Ann");
    assertThat(name.required()).isFalse();
    assertThatThrownBy(() -> name.longest(0))
        .hasMessage("variable name is at most 0 long: give 1 to 200000");
  }

  @Test
  void whatIsLongerThanDeclaredIsRefusedWithoutItsValue() {
    NoticeType type =
        NoticeType.builder("order.x", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL))
            .variables(
                Variable.of("name", Kind.TEXT).longest(3),
                Variable.of("html", Kind.HTML).optional())
            .build();

    type.check(Map.of("name", "🍵🍵🍵", "html", "<b>x</b>"));
    assertThatThrownBy(() -> type.check(Map.of("name", "Anna")))
        .hasMessage("data.name is 4 long: at most 3 (notice type order.x)");
  }
}
