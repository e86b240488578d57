package dev.prepgraph.execution;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.prepgraph.common.limits.MemoryBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * Bounds the heap of responses while they are made: of their fields during the execution, and of
 * their bytes during the serialization.
 */
@ApplicationScoped
public class ResponseMemory {

  /** Estimated bytes of a field until the response is written; also one unit of cost. */
  static final int FIELD = 256;

  /** Estimated bytes of a list's entry beside its fields. */
  static final int ENTRY = 128;

  /** Estimated bytes of an error with its path and exception. */
  public static final int ERROR = 1_024;

  private final MemoryBudget.Pool pool;

  ResponseMemory(LimitsConfig limits, MeterRegistry metrics) {
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    this.pool = new MemoryBudget.Pool(limits.memory().map(MemorySize::asLongValue).orElse(quarter));
    metrics.gauge("graphql.memory.bytes", pool, MemoryBudget.Pool::taken);
  }

  /**
   * Executes an operation and writes its response, on this thread.
   *
   * @param stoppable false for a mutation, which cannot be stopped after its first write
   * @throws MemoryBudget.ExceededException when it needs too much memory
   */
  public <T> T call(boolean stoppable, Supplier<T> work) {
    return pool.call(stoppable, work);
  }

  /** The bytes that all operations in execution may need together. */
  public long max() {
    return 2 * pool.maxForOne();
  }

  /** A mutation must fit by its document alone, because it cannot be stopped. */
  long maxMutationCost() {
    return max() / FIELD;
  }

  /** Charges the bytes written to it twice, because they are copied once. */
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
