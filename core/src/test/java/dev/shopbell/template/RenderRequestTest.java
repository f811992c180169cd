package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.shopbell.address.Channel;
import dev.shopbell.store.Store;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderRequestTest {
  private static final Store STORE = Store.builder("s-1", "Tea", "hi@shop.example").build();

  @Test
  void printsNothingOfTheData() {
    assertThat(
            new RenderRequest(
                STORE,
                Channel.SMS,
                Locale.SIMPLIFIED_CHINESE,
                ZoneOffset.UTC,
                Map.of("name", "Private Ann")))
        .hasToString("RenderRequest[s-1 sms zh-CN]");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> new RenderRequest(STORE, null, Locale.ENGLISH, ZoneOffset.UTC, Map.of()))
        .withMessage("channel");
    assertThatNullPointerException()
        .isThrownBy(
            () -> new RenderRequest(STORE, Channel.SMS, Locale.ENGLISH, ZoneOffset.UTC, null))
        .withMessage("data");
  }
}
