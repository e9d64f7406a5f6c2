using Directives.Alarms;
using Directives.Cloud.Orchestrations;
using Directives.Dossiers;
using Directives.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Directives.Cloud;

/// <summary>
/// What orchestrations call; each may be called again, after anything. An act of somebody else that comes first is no failure: then it is looked at again.
/// </summary>
public sealed class Activities(Installation installation, AlarmLine line)
{
    [Function(nameof(WakeSheet))]
    public Task<DateTimeOffset?> WakeSheet([ActivityTrigger] string sheet, CancellationToken cancel) => WakeAsync(new DossierId(Table.Sheets, sheet), cancel);

    [Function(nameof(WakeCase))]
    public Task<DateTimeOffset?> WakeCase([ActivityTrigger] string recommendation, CancellationToken cancel) => WakeAsync(new DossierId(Table.Cases, recommendation), cancel);

    [Function(nameof(CountSheets))]
    public async Task<int> CountSheets([ActivityTrigger] string cycle, CancellationToken cancel) => (await installation.Cycles.FrozenAsync(cycle, cancel)).Sheets.Count;

    [Function(nameof(OpenSheets))]
    public async Task<bool> OpenSheets([ActivityTrigger] SheetsOfCycle sheets, CancellationToken cancel)
    {
        await installation.Keeper.OpenSheetsAsync(sheets.Cycle, sheets.From, sheets.Count, cancel);
        return true;
    }

    [Function(nameof(SayOpened))]
    public async Task<bool> SayOpened([ActivityTrigger] string cycle, CancellationToken cancel)
    {
        await installation.Keeper.OpenedAsync(cycle, cancel);
        return true;
    }

    [Function(nameof(SetChases))]
    public Task<bool> SetChases([ActivityTrigger] SheetsOfCycle sheets, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        SetChasesAsync(sheets, line.Use(client), cancel);

    internal async Task<bool> SetChasesAsync(SheetsOfCycle sheets, IAlarmClock clock, CancellationToken cancel)
    {
        var setter = new AlarmSetter(clock);
        var cycle = await installation.Cycles.FrozenAsync(sheets.Cycle, cancel);
        foreach (var sheet in cycle.SheetRefs().Skip(sheets.From).Take(sheets.Count))
            await setter.EnsureAsync(new AlarmName(AlarmKind.Chase, sheet.Dossier.Partition), false, cancel);
        return true;
    }

    [Function(nameof(LookAtCycle))]
    public Task<DateTimeOffset?> LookAtCycle([ActivityTrigger] string cycle, CancellationToken cancel) =>
        AgainAsync(() => installation.Keeper.LookAsync(cycle, cancel));

    private Task<DateTimeOffset?> WakeAsync(DossierId id, CancellationToken cancel) => AgainAsync(async () =>
    {
        var wanted = await installation.Waker.WakeAsync(id, cancel: cancel);
        // Before the alarm waits for it: whoever restores alarms reads the list.
        if (wanted is { } at) await installation.Due.AnnounceAsync(id, at, cancel);
        return wanted;
    });

    private async Task<DateTimeOffset?> AgainAsync(Func<Task<DateTimeOffset?>> look)
    {
        try
        {
            return await look();
        }
        catch (VersionRaceException)
        {
            return installation.Parts.Clock.GetUtcNow();
        }
    }
}
