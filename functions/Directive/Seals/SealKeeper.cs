using Directives.Chasing;
using Directives.Dossiers;
using Directives.Editions;
using Directives.Mail;
using Directives.Register;
using Directives.Tables;

namespace Directives.Seals;

/// <summary>
/// Seals hourly what has grown, and tells the auditors a checkpoint each month. It costs what is due, not what exists. Late, doubled, or
/// killed between any two writes, it goes on: a chain that is sealed twice is sealed all the same.
/// </summary>
/// <param name="alone">Whether no other process acts on dossiers: then the last act of this one is the end of a chain.</param>
public sealed class SealKeeper(
    DossierStore dossiers, GrownIndex grown, SealBook book, RegisterStore registers, Mailboxes mailboxes, RuleBook rules, TimeProvider clock, bool alone = false) : IChore
{
    /// <summary>Most chains that one seal binds; a row holds them easily.</summary>
    public const int MostHeads = 1000;

    private const int MarksAtOnce = 100;
    private DateTimeOffset _again;
    private bool _begun;
    private bool _turned;
    private DateOnly? _checked;

    /// <inheritdoc/>
    public DossierId Id => new(Table.Trail, mailboxes.Authority);

    /// <inheritdoc/>
    public DateTimeOffset? Next => grown.Next;

    /// <summary>Seals if an hour is over, and makes the month's checkpoint if it is missing.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now < _again) return;
        if (!_begun) await BeginAsync(now, cancel);
        _begun = true;
        if (!_turned) await TurnAsync(now, cancel);
        _turned = true;
        await SealAsync(now, cancel);
        await CheckAsync(now, cancel);
        // A moment after the marks of the hour that runs can be taken.
        _again = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero) + GrownIndex.Grace;
        if (_again <= now) _again += TimeSpan.FromHours(1);
    }

    /// <summary>The one time that all dossiers are walked: what was there before the first seal is marked to be sealed.</summary>
    private async Task BeginAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (await book.BegunAsync(cancel) is not null) return;
        var known = new List<DossierId>();
        foreach (var table in ChainTables.All)
        {
            await foreach (var row in dossiers.Tables.ScanAsync(table, cancel))
            {
                if (row.Row.Key != Keys.Head) continue;
                known.Add(new DossierId(table, row.Partition));
                if (known.Count < MarksAtOnce) continue;
                await grown.MarkOldAsync(known, cancel);
                known.Clear();
            }
        }

        await grown.MarkOldAsync(known, cancel);
        await book.BeginAsync(now, cancel);
    }

    /// <summary>
    /// The first thing under a new key of the trail: all that is not sealed yet is bound, and one more seal ends it. Whatever comes later under an older key was
    /// forged by whoever has that. No mark is struck: batches of this hour may still be under way.
    /// </summary>
    private async Task TurnAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (!await book.TurnsAsync(cancel)) return;
        foreach (var some in (await grown.AllAsync(cancel)).Select(m => m.Id).Distinct().Chunk(MostHeads))
        {
            if (await HeadsAsync(some, cancel) is { Count: > 0 } heads) await book.AppendAsync(heads, now, turn: true, cancel);
        }

        await book.AppendAsync([], now, turn: false, cancel);
    }

    private async Task SealAsync(DateTimeOffset now, CancellationToken cancel)
    {
        while (await grown.DueAsync(MostHeads, cancel) is { Count: > 0 } marks)
        {
            if (await HeadsAsync(marks.Select(m => m.Id).Distinct(), cancel) is { Count: > 0 } heads) await book.AppendAsync(heads, now, turn: false, cancel);
            await grown.StrikeAsync(marks, cancel);
        }
    }

    private async Task<List<SealedHead>> HeadsAsync(IEnumerable<DossierId> ids, CancellationToken cancel)
    {
        var heads = new List<SealedHead>();
        foreach (var id in ids)
        {
            // A mark may stand for a batch that never came.
            var known = alone ? dossiers.Last(id)?.Tip : null;
            if ((known ?? (await dossiers.HeadAsync<AnyHead>(id, cancel))?.Head.Tip) is { Number: > 0 } tip) heads.Add(new SealedHead($"{id}", tip.Number, tip.Hash));
        }

        return heads;
    }

    private async Task CheckAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var today = rules.DayAt(now);
        var month = new DateOnly(today.Year, today.Month, 1);
        if (_checked == month) return;
        var known = await book.CheckpointsAsync(cancel);
        var last = known.Count == 0 ? null : known[^1];
        if (last is null || last.Month < month)
        {
            // Not in the month in which it began: there is hardly anything to hold on to.
            var begun = await book.BegunAsync(cancel) ?? now;
            var tip = await book.TipAsync(cancel);
            if (tip.Number == 0 || rules.DayAt(begun) >= month) return;
            await book.KeepAsync(last = new Checkpoint(month, tip.Number, tip.At, tip.Hash), cancel);
        }

        if (last.Delivered)
        {
            _checked = month;
            return;
        }

        await mailboxes.DeliverAsync(await NoticesAsync(last, today, now, cancel), cancel);
        await book.DeliveredAsync(last, cancel);
    }

    private async Task<IReadOnlyList<Notice>> NoticesAsync(Checkpoint checkpoint, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await registers.ExistsAsync(cancel)) return [];
        var register = await registers.GetAsync(cancel);
        return
        [
            .. register.Roots
                .SelectMany(root => register.DutyHolders(Duty.Auditor, root.Code, today)).Select(o => o.Id).Distinct(StringComparer.Ordinal)
                .Select(reader => new Notice
                {
                    Kind = NoticeKind.Checkpoint,
                    Reader = reader,
                    Cycle = "",
                    Rung = $"checkpoint-{checkpoint.Month:yyyy-MM}",
                    Decided = now,
                    Words = CheckpointFile.Of(mailboxes.Authority, checkpoint).Write(),
                }),
        ];
    }
}
