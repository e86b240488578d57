package dev.prepgraph.execution;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.prepgraph.common.MemoryBudget;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * Counts what responses take of the heap while they are made: their fields while they are executed,
 * and their bytes while they are written.
 */
@ApplicationScoped
public class ResponseMemory {

  /** What a field takes until the response is written, and what one unit of cost stands for. */
  static final int FIELD = 256;

  /** What an entry of a list takes beyond its fields. */
  static final int ENTRY = 128;

  /** What an error takes, with its path and the exception that it tells of. */
  static final int ERROR = 1_024;

  private final MemoryBudget.Pool pool;

  ResponseMemory(LimitsConfig limits, MeterRegistry metrics) {
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    this.pool =
        new MemoryBudget.Pool(limits.memory().map(size -> size.asLongValue()).orElse(quarter));
    metrics.gauge("graphql.memory.bytes", pool, MemoryBudget.Pool::taken);
  }

  /**
   * Executes and answers a request, on this thread.
   *
   * @param stoppable false for a mutation, which is answered once it was executed
   * @throws MemoryBudget.ExceededException when it takes too much
   */
  public <T> T call(boolean stoppable, Supplier<T> work) {
    return pool.call(stoppable, work);
  }

  /** What all operations in execution may take together, in bytes. */
  public long most() {
    return 2 * pool.mostForOne();
  }

  /**
   * What a mutation may cost: it must fit by its document alone, because it cannot be stopped once
   * something is written.
   */
  long mostOfMutation() {
    return 2 * pool.mostForOne() / FIELD;
  }

  /** Counts the bytes that are written to it: twice, because they are copied once. */
  public static final class Output extends OutputStream {

    private final ByteArrayBuilder bytes = new ByteArrayBuilder();

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      MemoryBudget.charge(2L * length);
      bytes.write(some, offset, length);
    }

    public byte[] toByteArray() {
      return bytes.toByteArray();
    }
  }
}
