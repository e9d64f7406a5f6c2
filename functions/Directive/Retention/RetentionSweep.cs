using Directives.Access;
using Directives.Assistants;
using Directives.Chasing;
using Directives.Cycles;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Reports;
using Directives.Tables;

namespace Directives.Retention;

/// <summary>One piece of the removal: so many acts, then it stops.</summary>
internal sealed class RetentionSweep(Installation installation, RetentionBook book, DateOnly today, int mostActs)
{
    private int _acts;

    /// <summary>Removes a kind from a cycle. Returns whether nothing is left.</summary>
    public async Task<bool> RemoveAsync(RetainedKind kind, Cycle cycle, CancellationToken cancel)
    {
        foreach (var sheet in cycle.SheetRefs())
        {
            if (_acts >= mostActs) return false;
            await (kind switch
            {
                RetainedKind.Reports => ReportsAsync(sheet, cancel),
                RetainedKind.Reasons => ReasonsAsync(sheet, cancel),
                RetainedKind.Letters => LettersAsync(sheet, cancel),
                RetainedKind.Drafts => DraftsAsync(sheet, cancel),
                _ => LinksAsync(sheet, cancel),
            });
        }

        return true;
    }

    /// <summary>Hashes of a report's files, those of its recommendations too.</summary>
    public static IEnumerable<string> FilesOf(ReportContent content) => content.AllFiles().Select(a => a.Hash);

    private async Task ReportsAsync(SheetRef sheet, CancellationToken cancel)
    {
        if (await installation.Dossiers.HeadAsync<SheetHead>(sheet.Dossier, cancel) is not { } held) return;
        var rows = await installation.Parts.Tables.QueryAsync(sheet.Dossier.Table, sheet.Dossier.Partition, KeyRange.Prefix("r|"), null, cancel);
        var reports = rows.Select(r => (Report: Stored.Read<FiledReport>(r), r.Key)).Where(r => r.Report.Content.Removed is null).ToList();
        await book.SuspectAsync(reports.SelectMany(r => FilesOf(r.Report.Content)), cancel);
        foreach (var some in reports.Chunk(Act.MostRows))
        {
            var act = NewAct(RetainedKind.Reports, some.Length);
            foreach (var (report, key) in some) act.Put(key, report with { Content = new ReportContent { Removed = today } });
            held = await CommitAsync(sheet.Dossier, held, act, cancel);
        }
    }

    private async Task ReasonsAsync(SheetRef id, CancellationToken cancel)
    {
        if (await Sheet.ReadAsync(installation.Dossiers, id, cancel) is not { } sheet) return;
        var held = sheet.Held;
        foreach (var some in sheet.Obligations.Where(HasWords).Chunk(Act.MostRows))
        {
            var act = NewAct(RetainedKind.Reasons, some.Length);
            foreach (var owed in some)
            {
                act.Put(SheetRef.ObligationKey(owed.Seat), owed with
                {
                    RoundReason = owed.RoundReason is null ? null : "",
                    Telephoned = owed.Telephoned is { } told ? told with { SpokeTo = "", Note = "" } : null,
                    Asked = owed.Asked is { } asked ? asked with { Reason = "" } : null,
                });
            }

            held = await CommitAsync(id.Dossier, held, act, cancel);
        }
    }

    private static bool HasWords(Obligation owed) =>
        owed.RoundReason is { Length: > 0 } || owed.Telephoned is { SpokeTo.Length: > 0 } or { Note.Length: > 0 } || owed.Asked is { Reason.Length: > 0 };

    private async Task LettersAsync(SheetRef sheet, CancellationToken cancel)
    {
        foreach (var reader in await ToldAsync(sheet, cancel))
        {
            var mailbox = MailboxKeys.Dossier(sheet.Authority, reader);
            if (await installation.Dossiers.HeadAsync<MailboxHead>(mailbox, cancel) is not { } held) continue;
            var told = await installation.Dossiers.RowsAsync<HeldNotice>(mailbox, Keys.Join("n", sheet.Cycle, ""), cancel);
            // Where letters can be read in the browser, their text goes too; it is in no trail.
            foreach (var number in told.Select(n => n.Letter).OfType<int>().Distinct())
                await Outbox.RemoveTextAsync(installation.Parts.Tables, sheet.Authority, Letter.IdOf(reader, number), cancel);
            foreach (var some in told.Where(n => n.Notice.Words is { Length: > 0 }).Chunk(Act.MostRows))
            {
                var act = NewAct(RetainedKind.Letters, some.Length);
                foreach (var notice in some) act.Put(notice.Notice.Key(), notice with { Notice = notice.Notice with { Words = "" } });
                held = await CommitAsync(mailbox, held, act, cancel);
            }
        }
    }

    private async Task DraftsAsync(SheetRef sheet, CancellationToken cancel)
    {
        foreach (var owed in await installation.Dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, cancel))
        {
            if (await installation.Drafts.AnyAsync(sheet.Partition, owed.Seat, cancel) is not { } draft) continue;
            // A draft is no act, and so is its end.
            await book.SuspectAsync(draft.AllFiles().Select(a => a.Hash), cancel);
            await installation.Drafts.DeleteAsync(sheet.Partition, owed.Seat, cancel);
            _acts++;
        }
    }

    private async Task LinksAsync(SheetRef sheet, CancellationToken cancel)
    {
        var people = new Drafters(await installation.Registers.GetAsync(cancel), await installation.Assistants.GetAsync(cancel));
        foreach (var owed in await installation.Dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, cancel))
        {
            var told = (owed.Told ?? []).Select(t => t.Reader).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            for (var number = 1; number <= owed.Link; number++)
            {
                foreach (var official in told)
                {
                    foreach (var drafter in told.Where(t => t != official).Append(null))
                    {
                        var link = new Link(sheet.Partition, owed.Seat, official, number, default, drafter);
                        await installation.Links.RemoveAsync(link, cancel);
                        if (people.Find(drafter ?? official) is { } reader)
                            await installation.Links.RemoveAsync(link with { To = installation.Links.HashOfAddress(reader.Address) }, cancel);
                    }
                }
            }

            await installation.Links.RemoveUsesAsync(sheet.Partition, owed.Seat, cancel);
        }

        _acts++;
    }

    /// <summary>All who were told something about an obligation of the sheet.</summary>
    private async Task<IReadOnlyList<string>> ToldAsync(SheetRef sheet, CancellationToken cancel) =>
    [
        .. (await installation.Dossiers.RowsAsync<Obligation>(sheet.Dossier, SheetRef.Obligations, cancel))
            .SelectMany(o => o.Told ?? []).Select(t => t.Reader).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    private static Act NewAct(RetainedKind kind, int rows) => new Act("content-removed", Actor.System, "its term of retention is over").Note($"{kind}", $"{rows}", null);

    private async Task<Held<THead>> CommitAsync<THead>(DossierId id, Held<THead> held, Act act, CancellationToken cancel)
        where THead : Head
    {
        _acts++;
        return await installation.Dossiers.CommitAsync(id, held, held.Head, act, cancel);
    }
}
