package dev.aiwm.benchmarks;

/** B2: many clients create resources at once. */
final class DurableCommandThroughput implements Benchmark {
    private static final int CLIENTS = 32;

    /** As much as so many turns at least, until the JIT compilers of both are done. */
    private static final int WARM_UP = 10;

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "durable command throughput: POST /api/resources, 32 clients";
    }

    @Override
    public void run(Run run) throws Exception {
        var product = Product.start(run, 512);
        var api = run.keep(product.login());
        var fleet = Fleet.enrol(api, run.size().of(4, 32, 256), Fleet.large(0));
        fleet.registerAndLeave();
        int clients = run.size() == Size.SMOKE ? 4 : CLIENTS;
        int each = run.size().of(5, 15, 300);
        var bare = BareAxon.on(run);
        int warmUp = run.size().of(1, WARM_UP, WARM_UP);
        Creates.manyClients(api, clients, each * warmUp);
        Compiling.untilAtRest(
                product.pid(),
                run.size().of(1, 2 * WARM_UP, 1),
                () -> Creates.manyClients(api, clients, each));
        Compiling.untilAtRest(
                ProcessHandle.current().pid(),
                run.size().of(1, WARM_UP, WARM_UP),
                () -> bare.manyClients(clients, each * warmUp));
        Quiet.await(api);

        var all = new Latencies();
        var pairs =
                run.inTurns(
                        () -> ours(api, clients, each, all),
                        () -> bare.manyClients(clients, each).rate());
        run.report()
                .compare("creates, floor bare Axon JDBC", "1/s", pairs, Target.atLeast(0.6, 0.4));
        run.report().latencies("create", all);
        if (run.store() == Store.POSTGRESQL) {
            againstPgbench(run, api, clients, each);
        }
        run.report().note("a create is two appends: so is one of the floors' operations");
        run.report().note("peer Placement: not built, it needs OpenStack's packages");
    }

    private static void againstPgbench(Run run, Api api, int clients, int each) throws Exception {
        var floor = AppendFloor.on(run);
        floor.manyClients(clients, each);
        var pairs =
                run.inTurns(
                        () -> ours(api, clients, each, new Latencies()),
                        () -> floor.manyClients(clients, each).rate());
        run.report()
                .compare("creates, floor pgbench -c 32", "1/s", pairs, Target.atLeast(0.18, 0.10));
    }

    private static double ours(Api api, int clients, int each, Latencies all) throws Exception {
        var load = Creates.manyClients(api, clients, each);
        all.addAll(load.latencies());
        Quiet.await(api);
        return load.rate();
    }
}
