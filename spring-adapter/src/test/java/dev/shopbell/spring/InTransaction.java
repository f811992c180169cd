package dev.shopbell.spring;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends in transactions that commit or roll back. */
final class InTransaction {
  private InTransaction() {}

  static TransactionTemplate of(PlatformTransactionManager manager, int propagation) {
    TransactionTemplate template = new TransactionTemplate(manager);
    template.setPropagationBehavior(propagation);
    return template;
  }

  static void commit(TransactionTemplate template, Runnable work) {
    template.executeWithoutResult(status -> work.run());
  }

  static void rollBack(TransactionTemplate template, Runnable work) {
    template.executeWithoutResult(
        status -> {
          work.run();
          status.setRollbackOnly();
        });
  }

  static void send(Notifier notifier, String about) {
    notifier.send(Host.STORE, Host.paid().about(about).key("paid:" + about));
  }

  /** Runs work with the host's notifier and transactions of that manager. */
  static void run(
      ApplicationContextRunner host,
      PlatformTransactionManager manager,
      BiConsumer<Notifier, TransactionTemplate> work) {
    host.run(
        context -> work.accept(context.getBean(Notifier.class), new TransactionTemplate(manager)));
  }

  /** Hears what queued deliveries are about. */
  static DeliveryListener listener(List<String> queued) {
    return new DeliveryListener() {
      @Override
      public void queued(Delivery delivery) {
        queued.add(delivery.notice().about());
      }
    };
  }
}
