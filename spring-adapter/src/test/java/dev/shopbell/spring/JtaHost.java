package dev.shopbell.spring;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.transaction.jta.JtaTransactionManager;

/** A platform with transactions of JTA, whose log is kept in memory. */
final class JtaHost {
  private JtaHost() {}

  static JtaTransactionManager manager() {
    for (String store : new String[] {"default", "communicationStore", "stateStore"}) {
      BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
          .setObjectStoreType(VolatileStore.class.getName());
    }
    try {
      arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("shopbell");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
    JtaTransactionManager manager =
        new JtaTransactionManager(
            com.arjuna.ats.jta.UserTransaction.userTransaction(),
            com.arjuna.ats.jta.TransactionManager.transactionManager());
    manager.afterPropertiesSet();
    return manager;
  }

  /** A pool of an empty database in memory, whose connections are part of these transactions. */
  static AgroalDataSource enlisted() {
    NarayanaTransactionIntegration transactions =
        new NarayanaTransactionIntegration(
            com.arjuna.ats.jta.TransactionManager.transactionManager(),
            new TransactionSynchronizationRegistryImple());
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    AgroalDataSourceConfigurationSupplier configuration =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(8)
                        .transactionIntegration(transactions)
                        .connectionFactoryConfiguration(
                            factory ->
                                factory
                                    .connectionProviderClass(JdbcDataSource.class)
                                    .jdbcUrl(url)));
    try {
      return AgroalDataSource.from(configuration);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
