package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.Match;
import dev.shopbell.mime.Letters;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.templates.StockTemplates;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.OutboundEmail;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real mail server refuses a letter of ours and hands its bounce back by LMTP. */
@Tag("mail-06")
@Timeout(120)
class EximTest {
  private static final Path EXIM = Path.of("/usr/sbin/exim4");
  private static final StoreId TEA = new StoreId("tea");
  private static final String CONFIGURATION =
      """
      primary_hostname = mx.customer.example
      spool_directory = %s
      log_file_path = %s/%%slog
      exim_user = %s
      exim_group = %s
      trusted_users = root
      local_interfaces = 127.0.0.1
      keep_environment =
      tls_advertise_hosts =
      begin routers
      ours:
        driver = manualroute
        domains = bounces.platform.example
        route_list = * 127.0.0.1 byname
        self = send
        transport = back
      nobody:
        driver = redirect
        allow_fail
        data = :fail: 550 5.1.1 User unknown
      begin transports
      back:
        driver = smtp
        protocol = lmtp
        port = %s
        hosts_try_prdr =
      """;

  @TempDir private Path folder;

  private final BlockingQueue<InboundMail> returned = new LinkedBlockingQueue<>();
  private final RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
  private final Suppressions lists = Suppressions.inMemory(Clock.systemUTC());

  @Test
  void aLetterThatExim4ReturnsFailsItsDeliveryAndSuppressesItsAddress() throws Exception {
    assumeTrue(Files.isExecutable(EXIM), "skipped: there is no " + EXIM + "; install exim4");
    try (Notifier notifier = notifier();
        LmtpServer server = LmtpServer.start(0, returned::add)) {
      DeliveryId id = notifier.send(TEA, notice()).deliveries().get(0);
      notifier.dispatch();
      deliver((OutboundEmail) mail.messages().get(0), server.port());
      InboundMail bounce = returned.poll(60, TimeUnit.SECONDS);
      assertThat(bounce).as("the bounce, see " + folder).isNotNull();
      Match match = notifier.receive(bounce);

      assertThat(match.by()).isEqualTo(Match.By.SIGNED_RETURN_PATH);
      assertThat(match.id()).contains(id);
      assertThat(notifier.find(id).map(Delivery::state)).contains(DeliveryState.FAILED);
      assertThat(lists.find(TEA, EmailAddress.of("ann@customer.example"))).isPresent();
    }
  }

  private void deliver(OutboundEmail letter, int port) throws Exception {
    Path spool = Files.createDirectory(folder.resolve("spool"));
    File file = spool.toFile();
    assertThat(file.setWritable(true, false) && file.setReadable(true, false)).isTrue();
    assertThat(file.setExecutable(true, false)).isTrue();
    assertThat(folder.toFile().setExecutable(true, false)).isTrue();
    assertThat(folder.toFile().setReadable(true, false)).isTrue();
    String own = System.getProperty("user.name");
    String user = own.equals("root") ? "Debian-exim" : own;
    Path configuration =
        Files.writeString(
            folder.resolve("exim.conf"), CONFIGURATION.formatted(spool, spool, user, user, port));
    Path raw = Files.write(folder.resolve("letter.eml"), Letters.bytes(letter));
    run(configuration, raw, letter);
  }

  private void run(Path configuration, Path raw, OutboundEmail letter) throws Exception {
    Process exim =
        new ProcessBuilder(
                EXIM.toString(),
                "-C",
                configuration.toString(),
                "-odf",
                "-oi",
                "-f",
                letter.sender().returnPath().value(),
                letter.to().value())
            .redirectInput(raw.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("exim.out").toFile())
            .start();
    assertThat(exim.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private Notifier notifier() {
    Store store = Store.builder("tea", "Ann's Tea", "ann@gmail.com").build();
    SigningKeys keys =
        SigningKeys.of("k1", Credential.of("b25lLW9uZS1vbmUtb25lLW9uZS1vbmUtb25lLW9uZS0="));
    return Notifier.builder(
            id -> Optional.of(store), StockTemplates.types(), StockTemplates.catalog())
        .transport(mail)
        .platform(
            PlatformSender.of("notify@platform.example")
                .returnPath("bounces@bounces.platform.example"))
        .verp(Verp.signed(keys))
        .suppressions(lists)
        .workers(0)
        .build();
  }

  private static Notification notice() {
    return Notification.of(
        "order.shipped",
        Recipient.of("ann").email("ann@customer.example"),
        StockTemplates.sample("order.shipped", Locale.ENGLISH));
  }
}
