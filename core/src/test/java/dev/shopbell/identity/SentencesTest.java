package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
  private static final Locale SPANISH = Locale.forLanguageTag("es-MX");

  @ParameterizedTest
  @MethodSource("constants")
  void speakOfEveryConstantInEachLanguage(Enum<?> constant) {
    assertThat(Sentences.of(constant, Locale.ENGLISH)).matches("[A-Z][\\x20-\\x7e]*\\.");
    assertThat(Sentences.of(constant, Locale.SIMPLIFIED_CHINESE)).matches("\\p{IsHan}[^.]*。");
    assertThat(Sentences.of(constant, SPANISH))
        .matches("\\p{Lu}[^\\n]*\\.")
        .isNotEqualTo(Sentences.of(constant, Locale.ENGLISH));
  }

  @Test
  void speakOfNothingElse() throws Exception {
    Properties english = new Properties();
    try (InputStream data = Sentences.class.getResourceAsStream("sender.en.properties")) {
      english.load(Objects.requireNonNull(data));
    }
    List<Object> keys = new ArrayList<>();
    constants()
        .forEach(each -> keys.add(each.getDeclaringClass().getSimpleName() + "." + each.name()));

    assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  @Tag("sender-09")
  void areWhatAdviceReasonsAndGapsSay() {
    assertThat(SenderReason.OWN_SERVER.text()).isEqualTo("Your own mail server sends it.");
    assertThat(SenderReason.OWN_SERVER.text(Locale.CHINA)).isEqualTo("邮件由您自己的邮件服务器发送。");
    assertThat(Advice.CONTACT_IS_ADMIN.text(SPANISH)).endsWith("Use dos buzones.");
    assertThat(Gap.ADMINS_MISSING.text(Locale.FRANCE))
        .isEqualTo("You have no administrator's mailbox. Nobody is told of purchases.");
    assertThat(DmarcAlignment.BOTH.text(Locale.ENGLISH)).endsWith("the best there is.");
  }

  private static Stream<Enum<?>> constants() {
    return Stream.<Enum<?>[]>of(
            SenderReason.values(), Advice.values(), DmarcAlignment.values(), Gap.values())
        .flatMap(Arrays::stream);
  }
}
