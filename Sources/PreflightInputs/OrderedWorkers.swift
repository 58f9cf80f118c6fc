// Work spread over threads, results in the order of the input: batches go out with a number, and whoever writes waits for
// the next number only.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Runs `work` on every item from `next`, and `deliver` on the results, in order, on the calling thread.
///
/// - Parameters:
///   - workers: threads beside the calling one; 1 means no thread at all.
///   - makeWorker: called once on each thread; what it returns does the work there and need not be thread-safe.
///   - batchSize: items handed over at once; small where outcomes are large.
///   - next: the next item, nil at the end; called on the calling thread.
///   - deliver: gets each result; false ends the run early.
public func inOrder<Item, Outcome>(
    workers: Int,
    batchSize: Int = 64,
    next: () -> Item?,
    makeWorker: @escaping () -> (Item) -> Outcome,
    deliver: (Outcome) -> Bool
) {
    // One item, the usual case of a check, is done before a thread would have its stack and its heap.
    guard let first = next() else { return }
    let second = workers > 1 ? next() : nil
    guard workers > 1, let second else {
        let work = makeWorker()
        guard deliver(work(first)) else { return }
        while let item = next() { if !deliver(work(item)) { return } }
        return
    }
    var ahead = [second, first]
    let pool = WorkerPool<Item, Outcome>(makeWorker)
    pool.start(workers)
    defer { pool.stop() }
    // Enough batches in flight that no thread waits, few enough that memory stays flat.
    let window = workers * 4
    var sent = 0
    var received = 0
    var isOpen = true
    while true {
        while isOpen, sent - received < window {
            var batch: [Item] = []
            batch.reserveCapacity(batchSize)
            while batch.count < batchSize, let item = ahead.popLast() ?? next() { batch.append(item) }
            if batch.count < batchSize { isOpen = false }
            if batch.isEmpty { break }
            pool.send(batch, number: sent)
            sent += 1
        }
        guard received < sent else { return }
        for outcome in pool.receive(number: received) { if !deliver(outcome) { return } }
        received += 1
    }
}

/// Threads with a queue of numbered batches.
private final class WorkerPool<Item, Outcome>: @unchecked Sendable {
    private let makeWorker: () -> (Item) -> Outcome
    private var threads: [pthread_t] = []
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let workArrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let resultArrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var queue: [(number: Int, batch: [Item])] = []
    private var results: [Int: [Outcome]] = [:]
    private var isStopping = false
    /// Threads that wait for work, and the number that the writer waits for: nobody is woken for nothing.
    private var idle = 0
    private var awaited = -1

    init(_ makeWorker: @escaping () -> (Item) -> Outcome) {
        self.makeWorker = makeWorker
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(workArrived, nil)
        pthread_cond_init(resultArrived, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(workArrived)
        pthread_cond_destroy(resultArrived)
        mutex.deallocate()
        workArrived.deallocate()
        resultArrived.deallocate()
    }

    func start(_ count: Int) {
        for _ in 0..<count {
            var thread = pthread_t()
            let box = Unmanaged.passRetained(WorkerBox { [self] in run() })
            let failed = pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<WorkerBox>.fromOpaque(argument).takeRetainedValue().run() }
                    return nil
                }, box.toOpaque()
            )
            if failed == 0 { threads.append(thread) } else { box.release() }
        }
    }

    func stop() {
        pthread_mutex_lock(mutex)
        isStopping = true
        queue.removeAll()
        pthread_cond_broadcast(workArrived)
        pthread_mutex_unlock(mutex)
        for thread in threads { pthread_join(thread, nil) }
    }

    func send(_ batch: [Item], number: Int) {
        pthread_mutex_lock(mutex)
        queue.append((number, batch))
        if idle > 0 { pthread_cond_signal(workArrived) }
        pthread_mutex_unlock(mutex)
    }

    func receive(number: Int) -> [Outcome] {
        // Without a single thread (the system refused all) the work is done here.
        if threads.isEmpty {
            let work = makeWorker()
            let (_, batch) = queue.removeFirst()
            return batch.map(work)
        }
        pthread_mutex_lock(mutex)
        awaited = number
        while results[number] == nil { pthread_cond_wait(resultArrived, mutex) }
        awaited = -1
        let outcome = results.removeValue(forKey: number) ?? []
        pthread_mutex_unlock(mutex)
        return outcome
    }

    func run() {
        let work = makeWorker()
        pthread_mutex_lock(mutex)
        while true {
            while queue.isEmpty, !isStopping {
                idle += 1
                pthread_cond_wait(workArrived, mutex)
                idle -= 1
            }
            guard !queue.isEmpty else { break }
            let (number, batch) = queue.removeFirst()
            pthread_mutex_unlock(mutex)
            let outcome = batch.map(work)
            pthread_mutex_lock(mutex)
            results[number] = outcome
            if awaited == number { pthread_cond_signal(resultArrived) }
        }
        pthread_mutex_unlock(mutex)
    }
}

/// What a C callback, which cannot be generic, can call.
private final class WorkerBox {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}
