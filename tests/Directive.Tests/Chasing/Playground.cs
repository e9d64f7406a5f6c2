using Directives.Chasing;
using Directives.Cycles;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;

namespace Directives.Tests.Chasing;

/// <summary>A small province in memory with one engine, and a clock to move.</summary>
internal sealed class Playground : IDisposable
{
    private Playground(ITables tables, MovableClock clock, RememberingTransport mail, Installation installation)
    {
        (Tables, Clock, Mail, It) = (tables, clock, mail, installation);
        Work = new Clockwork(installation.Watch, clock);
    }

    public ITables Tables { get; }

    public MovableClock Clock { get; }

    public RememberingTransport Mail { get; }

    public Installation It { get; }

    public Clockwork Work { get; }

    public static async Task<Playground> BegunAsync(
        DateTimeOffset? at = null, RegisterContent? content = null, RuleBook? rules = null, RememberingTransport? mail = null, ITables? tables = null,
        IMailTransport? over = null)
    {
        var clock = new MovableClock(at ?? SmallProvince.Begin);
        mail ??= new RememberingTransport();
        tables ??= new MemoryTables();
        return new Playground(tables, clock, mail, await SmallProvince.BegunAsync(tables, clock, over ?? mail, rules, content));
    }

    public void Dispose() => It.Dispose();

    /// <summary>Lets time pass until the start of an hour in the province, 2023.</summary>
    public Task RunToAsync(int month, int day, int hour) => Work.RunAsync(MonthScript.Local(month, day, hour));

    public async Task<Obligation> OwedAsync(string place) =>
        (await Sheet.ReadAsync(It.Dossiers, MonthScript.SheetOf(place), default))!.Of(place.Length == 2 ? $"{place}.in-charge" : SmallProvince.Monitor(place))!;

    public async Task<SheetHead> HeadAsync(string place) =>
        (await It.Dossiers.HeadAsync<SheetHead>(MonthScript.SheetOf(place).Dossier, default))!.Value.Head;

    /// <summary>What is out of order: trails, due index, letters told twice.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync() =>
        [.. await TrailWalk.FaultsAsync(Tables, It.Seal), .. await DueWalk.ForgottenAsync(Tables, It.Due, Clock.GetUtcNow()), .. Mail.Twice()];
}
