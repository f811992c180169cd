package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTypesTest {
  private static final NoticeType PAID = builder("order.paid").build();
  private static final NoticeType SHIPPED = builder("order.shipped").build();
  private static final NoticeType ADMIN_PAID =
      builder("admin.paid").forAdminsBeside("order.paid").build();
  private static final NoticeTypes TYPES = NoticeTypes.of(List.of(ADMIN_PAID, PAID, SHIPPED));

  @Test
  void giveATypeByItsName() {
    assertThat(TYPES.get("order.paid")).isEqualTo(PAID);
    assertThat(TYPES.all()).containsExactly(ADMIN_PAID, PAID, SHIPPED);
  }

  @Test
  void refuseAnUnknownNameAndSuggestTheNearest() {
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> TYPES.get("order.payd"))
        .withMessage(
            "type \"order.payd\" is unknown: did you mean \"order.paid\"? Known: admin.paid,"
                + " order.paid, order.shipped")
        .extracting(InvalidNoticeException::field)
        .isEqualTo("type");
    assertThatExceptionOfType(InvalidNoticeException.class)
        .isThrownBy(() -> NoticeTypes.of(List.of()).get("x\ny"))
        .withMessage("type \"x\uFFFDy\" is unknown: known: there are none");
  }

  @Test
  void nameTheAdminsTypesThatGoBesideAnother() {
    assertThat(TYPES.beside("order.paid")).containsExactly(ADMIN_PAID);
    assertThat(TYPES.beside("order.shipped")).isEmpty();
    assertThat(TYPES.beside("admin.paid")).isEmpty();
  }

  @Test
  void refuseATypeBesideAnUnknownOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NoticeTypes.of(List.of(ADMIN_PAID, SHIPPED)))
        .withMessageStartingWith("admin.paid goes out beside \"order.paid\", which is unknown");
  }

  @Test
  void refuseATypeThatRequiresMoreThanTheOneItGoesBeside() {
    Variable total = Variable.of("total", Variable.Kind.MONEY);
    NoticeType admin = builder("admin.new").variables(total).forAdminsBeside("order.new").build();

    for (Variable[] given : new Variable[][] {{}, {total.optional()}}) {
      NoticeType placed = builder("order.new").variables(given).build();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NoticeTypes.of(List.of(admin, placed)))
          .withMessage(
              "admin.new goes out beside order.new and requires total, which is not required"
                  + " there: make it so, or optional here");
    }
    NoticeType placed = builder("order.new").variables(total).build();
    assertThat(NoticeTypes.of(List.of(admin, placed)).beside("order.new")).containsExactly(admin);
  }

  @Test
  void takeATypeThatMayLeaveOutWhatTheOtherDoesNotHave() {
    Variable total = Variable.of("total", Variable.Kind.MONEY).optional();
    NoticeType admin = builder("admin.new").variables(total).forAdminsBeside("order.paid").build();

    assertThat(NoticeTypes.of(List.of(PAID, admin)).beside("order.paid")).containsExactly(admin);
  }

  @Test
  void refuseTwoTypesOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NoticeTypes.of(List.of(PAID, SHIPPED, PAID)))
        .withMessage("notice type order.paid is given twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TYPES.with(SHIPPED))
        .withMessage("notice type order.shipped is given twice");
  }

  @Test
  void areNotChangedByMore() {
    NoticeType other = builder("other").build();

    assertThat(TYPES.with(other).all()).containsExactly(ADMIN_PAID, PAID, SHIPPED, other);
    assertThat(TYPES.all()).hasSize(3);
  }

  private static NoticeTypeBuilder builder(String name) {
    return NoticeType.builder(name, Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL));
  }
}
