package dev.shopbell.templates.events;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.Audience;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypeBuilder;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The notice types of the stock events: what follows from a record and its {@link Event}. */
public final class EventTypes {
  private static final List<NoticeType> ALL =
      Arrays.stream(StockEvent.class.getPermittedSubclasses()).map(EventTypes::type).toList();

  private EventTypes() {}

  /** One for each event, in the order of an order's life. */
  public static List<NoticeType> all() {
    return ALL;
  }

  static String name(Class<?> event) {
    return event(event).value();
  }

  private static Event event(Class<?> type) {
    return Objects.requireNonNull(type.getAnnotation(Event.class), "an event without @Event");
  }

  private static NoticeType type(Class<?> record) {
    Event event = event(record);
    Channel[] channels = Arrays.stream(event.channels()).map(Channel::new).toArray(Channel[]::new);
    NoticeTypeBuilder builder =
        NoticeType.builder(event.value(), event.purpose(), Route.firstOf(channels))
            .expires(Duration.ofDays(event.days()))
            .payer(event.payer())
            .variables(Variables.of(record.asSubclass(Record.class)).toArray(Variable[]::new));
    if (event.audience() == Audience.RECIPIENT) {
      return builder.build();
    }
    return event.beside().isEmpty()
        ? builder.forAdmins().build()
        : builder.forAdminsBeside(event.beside()).build();
  }
}
