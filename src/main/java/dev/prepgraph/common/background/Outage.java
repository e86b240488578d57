package dev.prepgraph.common.background;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Logs the first failure of an outage and its end, so that an outage does not flood the log. */
public final class Outage {

  private final Logger log;
  private final String effect;
  private final String end;
  private long since;
  private boolean lasting;

  /**
   * @param effect what does not work during an outage, for the log
   * @param end what works again after it
   */
  public Outage(Logger log, String effect, String end) {
    this.log = log;
    this.effect = effect;
    this.end = end;
  }

  /** Begins, unless it lasts already. */
  public synchronized void failed(Throwable failure) {
    if (lasting) {
      return;
    }
    lasting = true;
    since = System.nanoTime();
    if (failure instanceof SQLException) {
      log.warnf("%s at the moment: %s", effect, failure.getMessage());
    } else {
      log.error(effect, failure);
    }
  }

  /** Ends, if it lasts. */
  public synchronized void recovered() {
    if (lasting) {
      lasting = false;
      log.infof("%s after %d s", end, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since));
    }
  }

  public synchronized boolean isLasting() {
    return lasting;
  }
}
