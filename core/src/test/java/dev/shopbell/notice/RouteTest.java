package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  @Test
  void saysWhetherOneChannelIsEnough() {
    assertThat(Route.firstOf(Channel.WECHAT, Channel.SMS))
        .isEqualTo(new Route(Route.Mode.FIRST_OF, List.of(Channel.WECHAT, Channel.SMS)));
    assertThat(Route.allOf(Channel.SMS))
        .isEqualTo(new Route(Route.Mode.ALL_OF, List.of(Channel.SMS)));
  }

  @Test
  void keepsTheOrderOfPreference() {
    assertThat(Route.firstOf(Channel.SMS, Channel.EMAIL, Channel.WECHAT).channels())
        .containsExactly(Channel.SMS, Channel.EMAIL, Channel.WECHAT);
  }

  @Test
  void refusesNoChannelAndAChannelTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(Route::firstOf)
        .withMessage("a route has no channel: name at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Route.allOf(Channel.SMS, Channel.EMAIL, new Channel("sms")))
        .withMessage("a route names a channel twice: [sms, email, sms]");
  }

  @Test
  void keepsAListOfItsOwn() {
    List<Channel> channels = new ArrayList<>(List.of(Channel.SMS));
    Route route = new Route(Route.Mode.FIRST_OF, channels);
    channels.add(Channel.EMAIL);

    assertThat(route.channels()).containsExactly(Channel.SMS);
  }
}
