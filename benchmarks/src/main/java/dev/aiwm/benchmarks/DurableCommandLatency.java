package dev.aiwm.benchmarks;

/** B1: one client creates resources; each is on the disk before it is acknowledged. */
final class DurableCommandLatency implements Benchmark {
    private static final int NODES = 1_000;

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String title() {
        return "durable command latency: POST /api/resources, one client";
    }

    @Override
    public void run(Run run) throws Exception {
        var product = Product.start(run, 512);
        var api = run.keep(product.login());
        var fleet = Fleet.enrol(api, run.size().of(2, 40, NODES), Fleet.large(0));
        fleet.registerAndLeave();
        var floor = AppendFloor.on(run);
        int turn = run.size().of(15, 100, 1_000);
        int warmUp = run.size().of(15, 5_000, 10_000);
        Creates.oneClient(api, warmUp);
        int more = run.size().of(15, 1_000, 1_000);
        Compiling.untilAtRest(
                product.pid(), run.size().of(1, 20, 20), () -> Creates.oneClient(api, more));
        floor.oneClient(warmUp);
        Quiet.await(api);

        var before = new Latencies();
        var bare = new Latencies();
        var pairs = run.inTurns(() -> turn(api, turn, before), () -> turn(floor, turn, bare));
        run.report().compare("create p50", "ms", pairs, Target.atMost(4, 6));
        run.report().latencies("create", before);
        run.report().latencies("floor: two appends, two commits", bare);
        growth(run, api, turn);
        run.report()
                .note(
                        "nodes are registered and their agents away; sagas and projections run"
                                + " beside");
        run.report().note("peer Placement: not built, it needs OpenStack's packages");
    }

    private static double turn(Api api, int count, Latencies all) throws Exception {
        var latencies = Creates.oneClient(api, count);
        all.addAll(latencies);
        Quiet.await(api);
        return latencies.percentile(0.5);
    }

    private static double turn(AppendFloor floor, int count, Latencies all) throws Exception {
        var latencies = floor.oneClient(count);
        all.addAll(latencies);
        return latencies.percentile(0.5);
    }

    /** The same with many more resources in the store, at once before and after. */
    private static void growth(Run run, Api api, int turn) throws Exception {
        int many = run.size().of(60, 2_000, 100_000);
        var few = new Latencies();
        for (int i = 0; i < run.pairs(); i++) {
            turn(api, turn, few);
        }
        Creates.manyClients(api, 4, many / 4);
        Quiet.await(api);
        var lots = new Latencies();
        for (int i = 0; i < run.pairs(); i++) {
            turn(api, turn, lots);
        }
        String name = "create with %,d more resources".formatted(many);
        run.report()
                .compare(
                        name + ", p50",
                        "ms",
                        lots.percentile(0.5),
                        few.percentile(0.5),
                        Target.atMost(1.10, 1.10));
        run.report()
                .compare(
                        name + ", p99",
                        "ms",
                        lots.percentile(0.99),
                        few.percentile(0.99),
                        Target.atMost(1.5, 1.5));
    }
}
