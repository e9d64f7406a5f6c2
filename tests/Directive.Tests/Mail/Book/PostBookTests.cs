using Directives.Chasing;
using Directives.Mail.Book;
using Directives.Mail.Deliveries;
using Directives.Tables;
using Directives.Tests.Tables;

namespace Directives.Tests.Mail.Book;

/// <summary>What every book of outgoing post keeps: in a folder, and in Azurite.</summary>
public sealed class PostBookTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2023, 5, 10, 1, 30, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public static readonly TheoryData<bool> Both = [false, true];

    public void Dispose() => _folder.Delete();

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_was_written_is_read_from_a_time_on_in_order(bool cloud)
    {
        var book = await OpenAsync(cloud);
        Assert.Null(await book.SinceAsync());
        Assert.Empty(await ReadAsync(book, DateTimeOffset.MinValue));
        PostLine[] lines =
        [
            Going("m111.000001", Morning), new(PostEvent.Stayed, "m111.000001", Morning.AddMinutes(1)), Going("m111.000001", Morning.AddHours(1)),
            new(PostEvent.Heard, "m111.000001", Morning.AddDays(1)) { Word = new DeliveryWord(DeliveryKind.Delivered, Morning, null) },
        ];
        await book.WriteAsync(lines[..2]);
        await book.WriteAsync(lines[2..]);
        Assert.Equal(lines.Select(Say), (await ReadAsync(await OpenAsync(cloud), DateTimeOffset.MinValue)).Select(Say));
        Assert.Equal(lines[2..].Select(Say), (await ReadAsync(book, Morning.AddMinutes(30))).Select(Say));
        Assert.Equal(new DateOnly(2023, 5, 10), await book.SinceAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task That_it_was_there_when_a_copy_was_taken_stands_in_it_though_no_letter_left(bool cloud)
    {
        var book = await OpenAsync(cloud);
        await book.BeginAsync(Morning);
        await (await OpenAsync(cloud)).WriteAsync([Going("m111.000001", Morning.AddDays(70))]);
        await book.BeginAsync(Morning.AddDays(71));
        Assert.Equal(["m111.000001"], (await ReadAsync(book, DateTimeOffset.MinValue)).Select(l => l.Letter));
        Assert.Equal(new DateOnly(2023, 7, 19), await book.SinceAsync());
        await book.BeginAsync(Morning.AddDays(30));
        Assert.Equal(new DateOnly(2023, 6, 9), await book.SinceAsync());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_older_than_sixty_days_goes(bool cloud)
    {
        var book = await OpenAsync(cloud);
        await book.WriteAsync([Going("m111.000001", Morning)]);
        await book.WriteAsync([Going("m111.000002", Morning.AddDays(59))]);
        Assert.Equal(2, (await ReadAsync(book, DateTimeOffset.MinValue)).Count);
        await book.WriteAsync([Going("m111.000003", Morning.AddDays(62))]);
        Assert.Equal(["m111.000002", "m111.000003"], (await ReadAsync(book, DateTimeOffset.MinValue)).Select(l => l.Letter));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Many_may_write_at_once(bool cloud)
    {
        var book = await OpenAsync(cloud);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(i => book.WriteAsync([Going($"m111.{i:D6}", Morning)])));
        Assert.Equal(40, (await ReadAsync(book, Morning)).Select(l => l.Letter).Distinct().Count());
    }

    [Fact]
    public async Task A_line_that_power_cut_short_is_passed_over_and_the_next_is_not()
    {
        var book = await OpenAsync(cloud: false);
        await book.WriteAsync([Going("m111.000001", Morning)]);
        await File.AppendAllTextAsync(_folder.File("book/2023-05-10.jsonl"), "{\"event\":\"going\",\"let");
        await (await OpenAsync(cloud: false)).WriteAsync([Going("m111.000003", Morning)]);
        Assert.Equal(["m111.000001", "m111.000003"], (await ReadAsync(book, Morning)).Select(l => l.Letter));
    }

    private readonly string _prefix = AzuriteRunning.NewPrefix();

    private async Task<IPostBook> OpenAsync(bool cloud) => cloud
        ? await BlobPostBook.OpenAsync(AzureAccount.Parse((await AzuriteRunning.GetAsync()).Connection), _prefix)
        : new FolderPostBook(_folder.File("book"));

    private static PostLine Going(string letter, DateTimeOffset at) => new(PostEvent.Going, letter, at)
    {
        Notices = [new Notice { Kind = NoticeKind.Reminder, Reader = "m111", Cycle = "c", Rung = "due", Decided = at, Words = "Tiếng Việt\n" }],
    };

    private static string Say(PostLine line) => $"{line.Event} {line.Letter} {line.At:u} {line.Word} {string.Join(';', (line.Notices ?? []).Select(n => $"{n}"))}";

    private static async Task<List<PostLine>> ReadAsync(IPostBook book, DateTimeOffset from)
    {
        var lines = new List<PostLine>();
        await foreach (var line in book.ReadAsync(from)) lines.Add(line);
        return lines;
    }
}
