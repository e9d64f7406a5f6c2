using Directives.Mail;
using Directives.Mail.Deliveries;
using Directives.Tables;

namespace Directives.Local.Demo;

/// <summary>Readers of the demonstration whose letters come back, as if their addresses did not exist.</summary>
internal sealed class DemoBounces(Installation installation)
{
    private const string Prefix = "b|";

    private string Partition => Keys.Join(installation.Parts.Authority);

    private ITables Tables => installation.Parts.Tables;

    /// <summary>Whether a reader's letters come back.</summary>
    public async ValueTask<bool> HasAsync(string reader, CancellationToken cancel) =>
        await Tables.ReadAsync(Table.Outbox, Partition, KeyOf(reader), cancel) is not null;

    /// <summary>Lets a reader's letters come back from now on, those that left too; or arrive again.</summary>
    public async Task SetAsync(string reader, bool bounce, CancellationToken cancel)
    {
        if (bounce == await HasAsync(reader, cancel)) return;
        RowChange change = bounce ? new Put(KeyOf(reader), ReadOnlyMemory<byte>.Empty) : new Delete(KeyOf(reader));
        await Tables.CommitAsync(Table.Outbox, Partition, [change], cancel);
        if (bounce) await ReturnAsync(reader, cancel);
    }

    /// <summary>Returns what left since the last time.</summary>
    public async Task SweepAsync(CancellationToken cancel)
    {
        foreach (var row in await Tables.QueryAsync(Table.Outbox, Partition, KeyRange.Prefix(Prefix), null, cancel)) await ReturnAsync(Keys.Split(row.Key)[1], cancel);
    }

    /// <summary>Why a letter came back (a text's name), or null.</summary>
    public async ValueTask<string?> WhyLostAsync(string letter, string reader, CancellationToken cancel) =>
        (await installation.Deliveries.LettersAsync(reader, cancel)).FirstOrDefault(l => l.Id() == letter)?.Delivery is { Fails: true } word
            ? $"unreached.why.{word.Reason ?? DeliveryReasons.Refused}"
            : null;

    private async Task ReturnAsync(string reader, CancellationToken cancel)
    {
        var now = installation.Parts.Clock.GetUtcNow();
        var left = (await installation.Deliveries.LettersAsync(reader, cancel)).Where(l => l is { State: LetterState.Sent, Delivery: null });
        await installation.Deliveries.HearAsync(
            left.Select(l => new DeliveryEvent(l.Id(), now, new DeliveryWord(DeliveryKind.Bounced, now, DeliveryReasons.AddressUnknown))), cancel);
    }

    private static string KeyOf(string reader) => Keys.Join("b", reader);
}
