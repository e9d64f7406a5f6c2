using Directives.Chasing;
using Directives.Cycles;
using Directives.Local;
using Directives.Local.Data;
using Directives.Mail;
using Directives.Reports;
using Directives.Tables;
using Directives.Verification;

namespace Directives.Tests.Local;

/// <summary>What must hold in a data folder after whatever happened to its programs.</summary>
internal sealed class KilledFolder
{
    private readonly LocalInstallation _local;
    private readonly HashSet<string> _notices = [];
    private readonly HashSet<(string Reader, string Notice)> _told = [];
    private readonly Dictionary<string, FiledReport> _reports = [];
    private readonly Dictionary<(string Sheet, string Seat), Obligation> _obligations = [];

    private KilledFolder(LocalInstallation local) => _local = local;

    private Installation Installation => _local.Installation;

    /// <summary>Checks the folder; returns the counts in words.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="receipts">The words of each report whose receipt was answered.</param>
    public static async Task<string> CheckAsync(string data, IReadOnlyDictionary<string, string> receipts)
    {
        await using var local = await LocalInstallation.ReadAsync(DataFolder.Existing(new DirectoryInfo(data)), CancellationToken.None);
        var folder = new KilledFolder(local);
        var result = await new Verifier(local.Installation).RunAsync();
        Assert.Empty(result.Findings);
        await folder.ReadAsync();
        await folder.CheckObligationsAsync();
        folder.CheckReceipts(receipts);
        await folder.CheckLadderAsync();
        var letters = await folder.CheckLettersAsync();
        return $"{letters} letters, {result.Notices} notices, {result.Obligations} obligations, {folder._reports.Count} reports, {result.Entries} acts";
    }

    private async Task ReadAsync()
    {
        await foreach (var (partition, row) in Installation.Parts.Tables.ScanAsync(Table.Sheets))
        {
            if (row.Key.StartsWith("o|", StringComparison.Ordinal))
            {
                var obligation = Stored.Read<Obligation>(row);
                _obligations.Add((partition, obligation.Seat), obligation);
            }
            else if (row.Key.StartsWith("r|", StringComparison.Ordinal))
            {
                var report = Stored.Read<FiledReport>(row);
                _reports.Add(report.Receipt, report);
            }
        }
    }

    /// <summary>Exactly one for each planned seat: 170 in the first month and quarter.</summary>
    private async Task CheckObligationsAsync()
    {
        var cycles = await Installation.Cycles.AllAsync();
        Assert.Equal(170, cycles.Where(c => c.From == new DateOnly(2023, 4, 1)).Sum(c => c.Seats()));
        var planned = cycles.SelectMany(c => c.Sheets.SelectMany(s => s.Seats
            .Select(seat => (new SheetRef(c.Authority, c.Id, s.Area, s.Part).Partition, seat.Seat))));
        Assert.Equal(planned.Order(), _obligations.Keys.Order());
    }

    /// <summary>An accepted report is never lost, and is filed once.</summary>
    private void CheckReceipts(IReadOnlyDictionary<string, string> receipts)
    {
        foreach (var (receipt, words) in receipts) Assert.Equal(words, _reports[receipt].Content.NoVisitBecause);
        Assert.All(_obligations.Values, o => Assert.InRange(o.Versions, 0, 1));
        Assert.Equal(_obligations.Values.Sum(o => o.Versions), _reports.Count);
        Assert.Equal(_reports.Count, _reports.Values.Select(r => r.Content.NoVisitBecause).Distinct().Count());
    }

    /// <summary>Nobody late is forgotten: each rung whose time passed was decided for each of its readers, and came to their mailbox.</summary>
    private async Task CheckLadderAsync()
    {
        var now = Installation.Parts.Clock.GetUtcNow();
        var register = await Installation.Registers.GetAsync(CancellationToken.None);
        foreach (var ((sheet, seat), obligation) in _obligations)
        {
            Assert.Null(obligation.Pending);
            var cycle = await Installation.Cycles.FrozenAsync(SheetRef.Parse(sheet).Cycle);
            var chase = await Installation.Chases.ForAsync(cycle.Edition);
            var ladder = chase.LadderFor(obligation.Role, obligation.Due);
            if (obligation.State != ObligationState.Filed) Assert.Equal(ladder.Reached(now), obligation.Rung);
            // Nothing is told of what is filed: the ladder stands where it stood then.
            if (obligation.State == ObligationState.Filed) Assert.InRange(obligation.Rung, -1, ladder.Reached(obligation.FiledAt!.Value));
            var told = (obligation.Told ?? []).ToLookup(t => t.Rung);
            foreach (var dated in ladder.Rungs.Take(obligation.Rung + 1))
            {
                var owner = register.HolderOf(seat, dated.Day)!.Id;
                var readers = dated.Rung.Readers.Select(a => Readers.Resolve(a, obligation.Place, owner, register, dated.Day)).OfType<string>().ToList();
                if (register.ClerkOf(owner) is { } clerk && readers.Contains(owner))
                {
                    // The clerk always; whom they prepare it for from the due date on.
                    readers.Add(clerk.Id);
                    if (dated.Rung.Offset < 0) readers.Remove(owner);
                }

                Assert.Equal(readers.Distinct().Order(), told[dated.Rung.Name].Select(t => t.Reader!).Order());
            }

            foreach (var entry in told.SelectMany(t => t).Where(t => t.Skipped is null))
                await CheckDeliveredAsync(cycle.Id, seat, entry, now);
        }
    }

    private async Task CheckDeliveredAsync(string cycle, string seat, ToldRung told, DateTimeOffset now)
    {
        var mailbox = MailboxKeys.Dossier(_local.Mark.Authority, told.Reader!);
        var key = Keys.Join("n", cycle, seat, $"{told.Round}", told.Rung);
        var held = await Installation.Dossiers.RowAsync<HeldNotice>(mailbox, key, CancellationToken.None);
        Assert.True(held is not null, $"{told.Reader} never got {key}");
        Assert.True(_notices.Add($"{mailbox}/{key}"), $"{key} was decided twice");
        if (held.Withdrawn is not null || held.Letter is not null) return;
        var waiting = await WaitingMail.ReadAsync(Installation.Dossiers, mailbox, int.MaxValue, CancellationToken.None);
        Assert.True(waiting.Single(w => w.NoticeKey == key).Window > now, $"{key} waits for {told.Reader} too long");
    }

    /// <summary>No notice in two letters, no letter sent twice, and the outbox holds just the letters that the mailboxes sent.</summary>
    private async Task<int> CheckLettersAsync()
    {
        var sent = new List<string>();
        await foreach (var (partition, row) in Installation.Parts.Tables.ScanAsync(Table.Mailboxes))
        {
            if (!row.Key.StartsWith("l|", StringComparison.Ordinal)) continue;
            var letter = Stored.Read<Letter>(row);
            Assert.Equal((LetterState.Sent, 0, MailboxKeys.ReaderOf(partition)), (letter.State, letter.Repeats, letter.Reader));
            sent.Add(letter.Id());
            foreach (var key in letter.Notices) Assert.True(_told.Add((letter.Reader, key)), $"{letter.Reader} was told {key} twice");
        }

        var outbox = new List<string>();
        await foreach (var (_, row) in Installation.Parts.Tables.ScanAsync(Table.Outbox))
            if (row.Key.StartsWith("l|", StringComparison.Ordinal)) outbox.Add(Stored.Read<OutboxLetter>(row).Id);
        var listed = (await _local.Outbox.ListAsync(CancellationToken.None)).Select(l => l.Id);
        Assert.Equal(sent.Order(), outbox.Order());
        Assert.Equal(sent.Order(), listed.Order());
        return sent.Count;
    }
}
