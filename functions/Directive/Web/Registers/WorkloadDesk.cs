using Directives.Cycles;
using Directives.Web.Cases;

namespace Directives.Web.Registers;

/// <summary>Who has how much to do now (R1, R11): what is owed comes from what stands in memory, steps of recommendations from those that are open.</summary>
public sealed class WorkloadDesk(Installation installation)
{
    /// <summary>Rows on one page.</summary>
    public const int OnPage = 50;

    private const int SoonDays = 30;

    // Cases stand in as many partitions; a store over the network is asked for many at a time.
    private const int AtOnce = 32;

    /// <summary>The list.</summary>
    public async ValueTask<WorkloadView> ShowAsync(RegisterAsked asked, CaseViewer viewer, WorkloadAsked want, CancellationToken cancel)
    {
        // What is owed is owed now, whatever day is asked for.
        var look = await RegisterLook.OfAsync(installation, asked with { On = null }, viewer, cancel);
        var sight = new CaseSight(installation, look);
        var work = new Workload(look.Register, look.Today, SoonDays, sight.SeesAll);
        foreach (var cycle in (await installation.Cycles.ListAsync(cancel)).Where(c => c.State != CycleState.Closed))
        {
            var stands = await installation.Standing.OfAsync(cycle with { Sheets = (await installation.Cycles.FrozenAsync(cycle.Id, cancel)).Sheets }, cancel);
            foreach (var placed in stands.Owed) work.Add(placed.Owed);
        }

        if (sight.SeesAll) await AddCasesAsync(work, cancel);
        return new WorkloadView
        {
            On = look.Today,
            Today = look.Today,
            Problems = asked.Problems,
            Typed = asked.Typed,
            Bodies = want.Bodies,
            Sort = want.Sort,
            Show = want.Show,
            Over = want.Over,
            CountsCases = sight.SeesAll,
            Rows = work.Rows(want).PageOf(asked.Page, OnPage),
        };
    }

    private async Task AddCasesAsync(Workload work, CancellationToken cancel)
    {
        foreach (var some in (await installation.CaseList.OpenAsync(cancel)).Chunk(AtOnce))
        {
            foreach (var open in await Task.WhenAll(some.Select(id => installation.Cases.FindAsync(id, cancel).AsTask())))
            {
                foreach (var duty in open?.State.Duties.Where(CaseSight.Counts) ?? []) work.Add(duty, open!.State.Place);
            }
        }
    }
}
