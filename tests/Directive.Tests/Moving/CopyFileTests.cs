using System.IO.Compression;
using System.Text;
using Directives.Attachments;
using Directives.Moving;
using Directives.Simulation;
using Directives.Tables;
using Directives.Tests.Chasing;
using Directives.Tests.Tables;

namespace Directives.Tests.Moving;

/// <summary>Whatever is wrong with a copy is said before anything is changed.</summary>
public sealed class CopyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Good => _folder.File("good.zip");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task Every_byte_comes_back_whatever_it_is()
    {
        byte[][] bodies = [[], "{}"u8.ToArray(), Encoding.UTF8.GetBytes("{\"a\":\"Bình Định\\n\u2028\"}"), [0, 255, 13, 10, 0xC3], Encoding.UTF8.GetBytes("\ufeff{\"bom\":1}")];
        var tables = new MemoryTables();
        foreach (var (i, body) in bodies.Index()) await tables.CommitAsync(Table.Drafts, $"1|p{i}", [new Insert("k", body)]);
        await MakeAsync(tables);
        using var copy = CopyFile.Open(Good);
        await copy.VerifyAsync();
        var rows = new List<ScannedRow>();
        await foreach (var row in copy.RowsAsync(Table.Drafts)) rows.Add(row);
        Assert.Equal(bodies, rows.Select(r => r.Row.Body.ToArray()));
        Assert.Equal(bodies.Length, copy.Manifest.Tables["drafts"].Rows);
    }

    [Fact]
    public async Task One_of_a_newer_program_is_refused_with_what_to_do()
    {
        await MakeAsync(new MemoryTables());
        Spoil("manifest.json", text => text.Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal));
        Assert.Contains("Update this program first", Refused(), StringComparison.Ordinal);
        Assert.Contains("format 2", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_with_a_table_that_is_not_known_is_refused()
    {
        await MakeAsync(new MemoryTables());
        Spoil("manifest.json", text => text.Replace("\"drafts\":", "\"dreams\":", StringComparison.Ordinal));
        Assert.Contains("'dreams'", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_cut_short_or_is_something_else_is_refused()
    {
        await MakeAsync(new MemoryTables());
        var bytes = await File.ReadAllBytesAsync(Good);
        await File.WriteAllBytesAsync(Good, bytes[..^40]);
        Assert.Contains("cut short", Refused(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Good, "code,name\n1,Bình Định\n");
        Assert.Contains("no copy of an authority", Refused(), StringComparison.Ordinal);
        Spoil("other.txt", _ => "x", create: true);
        Assert.Contains("no copy of an authority", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_in_which_a_row_or_a_file_was_changed_is_refused()
    {
        var tables = new MemoryTables();
        await tables.CommitAsync(Table.Drafts, "1|p", [new Insert("k", "{\"words\":\"as typed\"}"u8.ToArray())]);
        await MakeAsync(tables);
        Spoil("tables/drafts.jsonl", text => text.Replace("as typed", "as taped", StringComparison.Ordinal));
        Assert.Contains("damaged (table Drafts)", await DamagedAsync(), StringComparison.Ordinal);

        await MakeAsync(tables);
        Spoil($"files/{Hash}", _ => "another visit");
        Assert.Contains($"damaged (file {Hash})", await DamagedAsync(), StringComparison.Ordinal);
    }

    private const string Hash = "3154311f69609d9a50a29b674b62525c0323affdf05c1894b129ee9a90fecd70";

    private async Task MakeAsync(ITables tables)
    {
        await new InstallationMark("1", false, new DateOnly(2023, 4, 3), SmallProvince.Begin).MakeAsync(tables, default);
        await LivingProvince.CopyAsync(Good, tables, await FilesAsync(), new MovableClock(SmallProvince.Begin));
    }

    private static async Task<IFiles> FilesAsync()
    {
        var files = new MemoryFiles();
        using var visit = new MemoryStream("a visit"u8.ToArray());
        await files.PutAsync(visit);
        return files;
    }

    private string Refused() => Assert.Throws<CannotStartException>(() => CopyFile.Open(Good).Dispose()).Message;

    private async Task<string> DamagedAsync()
    {
        using var copy = CopyFile.Open(Good);
        return (await Assert.ThrowsAsync<CannotStartException>(() => copy.VerifyAsync())).Message;
    }

    private void Spoil(string entry, Func<string, string> change, bool create = false)
    {
        if (create) File.Delete(Good);
        using var zip = ZipFile.Open(Good, ZipArchiveMode.Update);
        var old = zip.GetEntry(entry);
        var text = "";
        if (old is not null)
        {
            using var reader = new StreamReader(old.Open());
            text = reader.ReadToEnd();
        }

        var changed = change(text);
        Assert.NotEqual(text, changed);
        old?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(entry).Open(), new UTF8Encoding(false));
        writer.Write(changed);
    }
}
