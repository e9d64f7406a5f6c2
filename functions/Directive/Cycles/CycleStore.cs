using System.Collections.Concurrent;
using System.Globalization;
using Directives.Dossiers;
using Directives.Tables;

namespace Directives.Cycles;

/// <summary>Head of the dossier that holds an authority's cycles.</summary>
public sealed record CyclesHead : Head
{
    /// <summary>First local day of this installation: no cycle that ended before is opened.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Per directive, cadence and kind of period: the last local day of the last period that was opened.</summary>
    public IReadOnlyDictionary<string, DateOnly> Through { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Cycles that are not closed, or owe their tally to readers.</summary>
    public IReadOnlyList<ActiveCycle> Active { get; init; } = [];
}

/// <summary>A cycle that runs, and when to look whether it can close (UTC).</summary>
public sealed record ActiveCycle(string Id, CycleState State, DateTimeOffset LookAt)
{
    /// <summary>Seats joined it whose sheets are being written.</summary>
    public bool? Joining { get; init; }
}

/// <summary>Reads the cycles of an authority (R2).</summary>
public sealed class CycleStore(DossierStore dossiers, string authority)
{
    // A nation's plan is larger than a row may be.
    private const int SeatsInRow = 4000;

    // What a cycle froze at opening never changes, so it is read once; its state is not taken from here. Seats that join later are behind it.
    private readonly ConcurrentDictionary<string, Cycle> _frozen = new(StringComparer.Ordinal);

    public string Authority => authority;

    /// <summary>The dossier that holds the cycles.</summary>
    public DossierId Dossier => new(Table.Cycles, Keys.Join(authority));

    /// <summary>Row key of a cycle.</summary>
    public static string KeyOf(string cycle) => Keys.Join("c", cycle);

    /// <summary>Prefix of the rows that hold a cycle's plan: lists of <see cref="SheetPlan"/>.</summary>
    public static string PlanPrefix(string cycle) => Keys.Join("p", cycle, "");

    /// <summary>Adds a cycle to the act that freezes it: its row, and its plan in rows of their own, which are never written again.</summary>
    public static void Freeze(Act act, Cycle cycle)
    {
        act.Insert(KeyOf(cycle.Id), RowOf(cycle));
        var (part, seats, sheets) = (0, 0, new List<SheetPlan>());
        foreach (var sheet in cycle.Sheets)
        {
            if (seats + sheet.Seats.Count > SeatsInRow)
            {
                act.Insert(PlanKey(cycle.Id, part++), sheets);
                (seats, sheets) = (0, []);
            }

            sheets.Add(sheet);
            seats += sheet.Seats.Count;
        }

        act.Insert(PlanKey(cycle.Id, part), sheets);
    }

    /// <summary>Adds seats that join a running cycle to an act: sheets of their own, behind those there are. Returns the cycle with them.</summary>
    public static Cycle Join(Act act, Cycle cycle, IReadOnlyList<SheetPlan> sheets)
    {
        var after = cycle with { Joined = cycle.Joined + 1, Sheets = [.. cycle.Sheets, .. sheets] };
        act.Insert(Keys.Join("p", cycle.Id, $"j{after.Joined.ToString("D5", CultureInfo.InvariantCulture)}"), sheets);
        Put(act, after);
        return after;
    }

    /// <summary>Adds a cycle whose state changed to an act.</summary>
    public static Act Put(Act act, Cycle cycle) => act.Put(KeyOf(cycle.Id), RowOf(cycle));

    public ValueTask<Held<CyclesHead>?> HeadAsync(CancellationToken cancel = default) => dossiers.HeadAsync<CyclesHead>(Dossier, cancel);

    /// <summary>The cycle as it stands, or null.</summary>
    public async ValueTask<Cycle?> FindAsync(string cycle, CancellationToken cancel = default) =>
        await dossiers.RowAsync<Cycle>(Dossier, KeyOf(cycle), cancel) is { } row ? await WithPlanAsync(row, cancel) : null;

    /// <summary>All cycles by id.</summary>
    public async ValueTask<IReadOnlyList<Cycle>> AllAsync(CancellationToken cancel = default)
    {
        var cycles = (await dossiers.RowsAsync<Cycle>(Dossier, "c|", cancel)).ToArray();
        for (var i = 0; i < cycles.Length; i++) cycles[i] = await WithPlanAsync(cycles[i], cancel);
        return cycles;
    }

    /// <summary>All cycles by id, without their sheets: a list costs no more for a nation than for a province.</summary>
    public async ValueTask<IReadOnlyList<Cycle>> ListAsync(CancellationToken cancel = default)
    {
        var rows = await dossiers.RowsAsync<Cycle>(Dossier, "c|", cancel);
        // Another process may have let seats join.
        foreach (var row in rows) Forget(row);
        return rows;
    }

    /// <summary>What the cycle froze at opening: edition, period, sheets.</summary>
    /// <exception cref="InvalidDataException">There is no such cycle.</exception>
    public async ValueTask<Cycle> FrozenAsync(string cycle, CancellationToken cancel = default) =>
        await FindFrozenAsync(cycle, cancel) ?? throw new InvalidDataException($"There is no cycle '{cycle}'.");

    /// <summary>The same, or null where there is no such cycle.</summary>
    public async ValueTask<Cycle?> FindFrozenAsync(string cycle, CancellationToken cancel = default) =>
        _frozen.TryGetValue(cycle, out var known) ? known
        : await FindAsync(cycle, cancel) is { } found ? _frozen.GetOrAdd(cycle, found)
        : null;

    /// <summary>The head of each sheet; null where a sheet is not written yet.</summary>
    public async Task<IReadOnlyList<SheetHead?>> SheetHeadsAsync(Cycle cycle, CancellationToken cancel = default)
    {
        var heads = new SheetHead?[cycle.Sheets.Count];
        var refs = cycle.SheetRefs().ToArray();
        for (var i = 0; i < refs.Length; i++) heads[i] = (await dossiers.HeadAsync<SheetHead>(refs[i].Dossier, cancel))?.Head;
        return heads;
    }

    private void Forget(Cycle row)
    {
        if (_frozen.TryGetValue(row.Id, out var known) && known.Joined < row.Joined) _frozen.TryRemove(row.Id, out _);
    }

    private static Cycle RowOf(Cycle cycle) => cycle with { Sheets = [] };

    private static string PlanKey(string cycle, int part) => Keys.Join("p", cycle, part.ToString("D3", CultureInfo.InvariantCulture));

    private async ValueTask<Cycle> WithPlanAsync(Cycle row, CancellationToken cancel)
    {
        Forget(row);
        if (_frozen.TryGetValue(row.Id, out var known)) return row with { Sheets = known.Sheets };
        var parts = await dossiers.RowsAsync<List<SheetPlan>>(Dossier, PlanPrefix(row.Id), cancel);
        return row with { Sheets = [.. parts.SelectMany(p => p)] };
    }
}
