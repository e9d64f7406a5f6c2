using Directives.Attachments;
using Directives.Chasing;
using Directives.Dossiers;
using Directives.Mail;
using Directives.Mail.Book;
using Directives.Mail.Deliveries;
using Directives.Moving;
using Directives.Recommendations.Confidential;
using Directives.Recovery;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Dossiers;
using Directives.Tests.Mail;
using Directives.Tests.Moving;
using Directives.Tests.Tables;
using Directives.Verification;

namespace Directives.Tests.Recovery;

/// <summary>
/// The rehearsal: a backup on the morning of the due date, an hour in which letters leave and people act, then the tables are lost. What had left does not leave
/// again, and the office reads what may have been lost.
/// </summary>
public sealed class RestoreTests : IDisposable
{
    private static readonly DateTimeOffset Taken = MonthScript.Local(5, 10, 7);
    private static readonly DateTimeOffset Lost = MonthScript.Local(5, 10, 12);
    private readonly TemporaryFolder _folder = new();
    private readonly RememberingTransport _mail = new() { Reports = true };
    private readonly MovableClock _clock = new(SmallProvince.Begin);
    private readonly MemoryFiles _files = new();
    private readonly FolderPostBook _book;
    private readonly MemoryTables _old = new();

    public RestoreTests() => _book = new FolderPostBook(_folder.File("post-book"));

    public void Dispose()
    {
        _book.Dispose();
        _folder.Delete();
    }

    public static readonly TheoryData<bool, bool> Sources = new() { { true, true }, { true, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task No_letter_that_had_left_leaves_again_and_the_office_reads_what_may_have_been_lost(bool hasBook, bool hasTables)
    {
        await LoseAnHourAsync();
        var leftBefore = _mail.Letters.Count;
        var tables = await PutBackAsync();
        using var it = LivingProvince.Open(tables, _files, _clock, _mail, _book);
        var record = await new RestoreDesk(it).CatchUpAsync(await FactsAsync(hasBook, hasTables));
        await MoveMark.RemoveAsync(tables, default);
        await HoldsAsync(it);

        var store = new RestoreStore(it);
        Assert.Equal((hasBook, hasTables, Taken), (record.HadBook, record.HadTables, record.TakenAt));
        var letters = await store.LettersAsync(1, default);
        Assert.Equal(record.Letters, letters.Count);
        var gone = _mail.Letters.Take(leftBefore).Where(l => l.At > Taken && !l.Notices.All(n => SealedNotices.Is(n.Notice))).ToList();
        Assert.Equal(gone.Select(l => l.Reader.Id).Order(), letters.Select(l => l.Reader).Order());
        Assert.Contains(letters, l => l is { Reader: "m113", Tells: [{ Kind: NoticeKind.Receipt, Seat: "113.monitor", Words: { Length: > 0 } }] });
        var acts = await store.ActsAsync(1, default);
        if (!hasTables) Assert.Empty(acts);
        else Assert.Equal(["report-filed m113", "extended office", "report-read office"], acts.Select(a => $"{a.Act} {a.By}"));

        // Time goes on: the official files again, everybody else is chased on, and nobody hears anything twice.
        await LivingProvince.RunAsync(it, _clock, Lost.AddHours(2));
        await MonthScript.FileAsync(it, "113", "again");
        await LivingProvince.GoOnAsync(it, _clock);
        var twice = _mail.Twice().Where(k => !k.StartsWith("m113 ", StringComparison.Ordinal)).ToList();
        Assert.Empty(twice);
        Assert.True(_mail.Letters.Count > leftBefore + 10);
        Assert.Empty(await TrailWalk.FaultsAsync(tables, it.Seal));
        Assert.Empty(await DueWalk.ForgottenAsync(tables, it.Due, _clock.GetUtcNow()));
        await HoldsAsync(it);
    }

    [Fact]
    public async Task Links_of_letters_that_had_left_open_and_the_providers_word_stands_on_them()
    {
        await LoseAnHourAsync();
        var letter = _mail.Letters.Last(l => l.Reader.Id == "m122" && l.At > Taken);
        using var it = LivingProvince.Open(await PutBackAsync(), _files, _clock, _mail, _book);
        var key = letter.Notices[0].LinkKey!;
        await new RestoreDesk(it).CatchUpAsync(await FactsAsync(true, false));
        Assert.Equal("122.monitor", (await it.Links.FindAsync(key, default))!.Seat);
        var (_, number) = Letter.NameOf(letter.Id);
        var put = (await it.Deliveries.LettersAsync("m122", default)).Single(l => l.Number == number);
        Assert.Equal((LetterState.Sent, DeliveryKind.Delivered), (put.State, put.Delivery!.Kind));
        Assert.Equal(letter.At, put.SentAt);
    }

    [Theory]
    [InlineData(CrashPoint.Before)]
    [InlineData(CrashPoint.After)]
    public async Task Killed_at_any_write_it_is_done_again_and_comes_to_the_same(CrashPoint point)
    {
        await LoseAnHourAsync();
        var facts = await FactsAsync(true, true);
        var calm = await PutBackAsync();
        using (var it = LivingProvince.Open(calm, _files, _clock, _mail, _book)) await new RestoreDesk(it).CatchUpAsync(facts);

        var tables = await PutBackAsync();
        var kills = 0;
        var dying = new CrashingTables(tables, n => n % 4 == 3, point);
        while (true)
        {
            dying.Restart();
            try
            {
                using var it = LivingProvince.Open(dying, _files, _clock, _mail, _book);
                await new RestoreDesk(it).CatchUpAsync(facts);
                break;
            }
            catch (CrashException)
            {
                kills++;
            }
        }

        Assert.True(kills > 5, $"{kills} kills");
        Table[] but = [Table.Due, Table.Trail, Table.Installation];
        Assert.Equal(await MailAsync(calm), await MailAsync(tables));
        using var after = LivingProvince.Open(tables, _files, _clock, _mail, _book);
        Assert.Single(await new RestoreStore(after).ListAsync(default));
        await HoldsAsync(after);

        async Task<IReadOnlyList<string>> MailAsync(ITables of) => [.. (await LivingProvince.RowsAsync(of, false, but)).Where(r => r.StartsWith("Mailboxes", StringComparison.Ordinal) && !r.Contains(" t|", StringComparison.Ordinal) && !r.Contains(" ! ", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task A_letter_that_was_in_the_postmans_hands_when_the_backup_was_taken_does_not_leave_twice()
    {
        await using var tables = SqliteTables.Open(_folder.File("living.db"));
        using (var it = LivingProvince.Open(tables, _files, _clock, _mail, _book))
        {
            await LivingProvince.LiveAsync(it, _clock);
            _mail.Took = async _ =>
            {
                _mail.Took = null;
                await LivingProvince.CopyAsync(_folder.File("backup.zip"), tables, _files, _clock, CopyKind.Backup);
            };
            await LivingProvince.RunAsync(it, _clock, Lost);
        }

        Assert.True(File.Exists(_folder.File("backup.zip")));
        var again = await PutBackAsync();
        using var back = LivingProvince.Open(again, _files, _clock, new MuteAfter(_mail), _book);
        await new RestoreDesk(back).CatchUpAsync(await FactsAsync(true, false));
        await LivingProvince.RunAsync(back, _clock, Lost.AddDays(1));
        Assert.Empty(_mail.Twice());
    }

    [Fact]
    public async Task What_cannot_be_written_into_the_book_does_not_leave_until_it_can()
    {
        var full = new FullBook();
        using var it = LivingProvince.Open(_old, _files, _clock, _mail, full);
        full.Full = false;
        await LivingProvince.LiveAsync(it, _clock);
        full.Full = true;
        var before = _mail.Letters.Count;
        await LivingProvince.RunAsync(it, _clock, Lost);
        Assert.Equal(before, _mail.Letters.Count);
        full.Full = false;
        await LivingProvince.RunAsync(it, _clock, Lost.AddHours(4));
        Assert.True(_mail.Letters.Count > before);
        Assert.Empty(_mail.Twice());
    }

    /// <summary>Lives until the backup, takes it, and lives on until the tables are lost.</summary>
    private async Task LoseAnHourAsync()
    {
        using var it = LivingProvince.Open(_old, _files, _clock, _mail, _book);
        await LivingProvince.LiveAsync(it, _clock);
        await LivingProvince.CopyAsync(_folder.File("backup.zip"), _old, _files, _clock, CopyKind.Backup);
        await LivingProvince.RunAsync(it, _clock, Taken.AddHours(3));
        await MonthScript.FileAsync(it, "113");
        await it.Rounds.ExtendAsync(MonthScript.SheetOf("123"), "123.monitor", new Actor("office"), "flood", new DateOnly(2023, 5, 24));
        await LivingProvince.RunAsync(it, _clock, Taken.AddHours(4));
        var sent = _mail.Letters.Where(l => l.At > Taken).ToList();
        await it.Deliveries.HearAsync(sent.Select(l => new DeliveryEvent(l.Id, l.At, new DeliveryWord(DeliveryKind.Delivered, l.At, null))));
        Assert.Null(await it.Readings.ReadAsync(MonthScript.SheetOf("113"), "113.monitor", new Actor("office"), 1, default));
        await LivingProvince.RunAsync(it, _clock, Lost);
        Assert.True(sent.Count > 4, $"{sent.Count} letters");
    }

    private async Task<MemoryTables> PutBackAsync()
    {
        var tables = new MemoryTables();
        using var copy = CopyFile.Open(_folder.File("backup.zip"));
        await copy.VerifyAsync();
        await new CopyLoader(tables, _files, TimeProvider.System).LoadAsync(copy);
        await new MoveMark(MoveState.CatchingUp, copy.Print, _clock.GetUtcNow()).WriteAsync(tables, default);
        return tables;
    }

    private async Task<RestoreFacts> FactsAsync(bool hasBook, bool hasTables)
    {
        var lines = new List<PostLine>();
        if (hasBook)
        {
            await foreach (var line in _book.ReadAsync(RestoreDesk.From(Taken))) lines.Add(line);
        }

        return new RestoreFacts { Copy = "print", TakenAt = Taken, Lines = lines, HadBook = hasBook, Replaced = hasTables ? _old : null };
    }

    private static async Task HoldsAsync(Installation it)
    {
        Assert.Empty((await new TrailAudit(it).RunAsync()).Findings);
        Assert.Empty((await new Verifier(it).RunAsync()).Findings);
    }

    /// <summary>A provider that took letters before, and cannot be asked about them.</summary>
    private sealed class MuteAfter(RememberingTransport mail) : IMailTransport
    {
        public Task SendAsync(LetterDraft draft, CancellationToken cancel) => mail.SendAsync(draft, cancel);

        public Task<ProviderWord> AskAsync(string letterId, CancellationToken cancel) => Task.FromResult(ProviderWord.HasNot);
    }

    private sealed class FullBook : IPostBook
    {
        public bool Full { get; set; }

        public Task WriteAsync(IReadOnlyList<PostLine> lines, CancellationToken cancel = default) => Full ? throw new IOException("No space left on device.") : Task.CompletedTask;

        public Task BeginAsync(DateTimeOffset at, CancellationToken cancel = default) => Task.CompletedTask;

        public IAsyncEnumerable<PostLine> ReadAsync(DateTimeOffset from, CancellationToken cancel = default) => AsyncEnumerable.Empty<PostLine>();

        public ValueTask<DateOnly?> SinceAsync(CancellationToken cancel = default) => ValueTask.FromResult<DateOnly?>(null);
    }
}
