using System.Text;
using System.Text.Json;
using Directives.Chasing;
using Directives.Local;
using Directives.Local.Data;
using Directives.Register;
using Directives.Register.Import;
using Directives.Register.Import.Sheets;
using Directives.Tests.Tables;

namespace Directives.Tests.Local;

/// <summary>The built program's <c>import</c> of the register, over a data folder with the sample.</summary>
public sealed class ImportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Delete();

    [Fact]
    public async Task A_places_file_is_compared_and_with_apply_it_is_done()
    {
        var lines = Encoding.UTF8.GetString(SampleProvince.File()).TrimEnd().Split('\n').ToList();
        var renamed = lines.FindIndex(l => l.StartsWith("21553,", StringComparison.Ordinal));
        lines[renamed] = "21553,Phường Nhơn Phú Mới,Phường,commune,540";
        lines.RemoveAll(l => l.StartsWith("21550,", StringComparison.Ordinal));
        lines.Add("99999,Xã Hoàn Toàn Mới,Xã,commune,540");
        var file = await WriteAsync("places.csv", lines);

        var looked = await SaysAsync(0, "import", file, "--data", Data, "--json");
        Assert.False(looked.GetProperty("applied").GetBoolean());
        Assert.Equal([("99999", lines.Count)], Told(looked, "new"));
        Assert.Equal([("21553", renamed)], Told(looked, "changed"));
        Assert.Equal([("21550", null)], Told(looked, "gone"));
        Assert.Empty(Told(looked, "ambiguous").Concat(Told(looked, "wrong")));

        Assert.True((await SaysAsync(0, "import", file, "--data", Data, "--apply", "--json", "--kind", "places")).GetProperty("applied").GetBoolean());
        var again = await SaysAsync(0, "import", file, "--data", Data, "--json");
        Assert.Empty(Told(again, "new").Concat(Told(again, "changed")));
        await using var local = await OpenAsync();
        var register = await local.Installation.Registers.GetAsync();
        Assert.Equal("Phường Nhơn Phú Mới", register.PlaceOf("21553")!.Name);
        Assert.Equal("Phường Nhơn Phú", register.PlaceOf("21553", new DateOnly(2023, 4, 2))!.Name);
        Assert.NotNull(register.PlaceOf("21550", new DateOnly(2023, 5, 1)));
    }

    [Fact]
    public async Task Wrong_and_ambiguous_rows_end_with_one_and_nothing_is_done()
    {
        var file = await WriteAsync("places.csv", ["code;name;kind;level;parent", "52;Tỉnh Bình Định;Tỉnh;province;", "540;Thành phố Quy Nhơn;Thành phố;district;52", "99999;Phường Nhơn Bình;Phường;commune;540", "99998;Xã Lạ;Xã;commune;000"]);
        var refused = await SaysAsync(1, "import", file, "--data", Data, "--apply", "--json");
        Assert.False(refused.GetProperty("applied").GetBoolean());
        Assert.Equal([("99999", 4)], Told(refused, "ambiguous"));
        Assert.Equal([("99998", 5)], Told(refused, "wrong"));
        var text = await BuiltProgram.RunAsync("import", file, "--data", Data);
        Assert.Equal(1, text.Code);
        Assert.Contains("wrong     row 5", text.Said, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", text.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_ends_with_two_and_says_what_to_do()
    {
        var old = _folder.File("old.csv");
        await File.WriteAllBytesAsync(old, [.. "code,name,kind,level,parent\n"u8, 0x31, 0x2C, 0xCA, 0xEA, 0x0A]);
        var said = await BuiltProgram.RunAsync("import", old, "--data", Data, "--json");
        Assert.Equal(2, said.Code);
        Assert.Contains("Line 2: the file is not UTF-8", said.Complained, StringComparison.Ordinal);
        Assert.Equal([("", 2)], Told(JsonDocument.Parse(said.Said).RootElement, "wrong"));
        var vague = await BuiltProgram.RunAsync("import", await WriteAsync("vague.csv", ["official,from", "a,"]), "--data", Data);
        Assert.Equal((2, ""), (vague.Code, vague.Said));
        Assert.Contains("places, bodies, officials, posts, holidays", vague.Complained, StringComparison.Ordinal);
        Assert.Equal(2, (await BuiltProgram.RunAsync("import", _folder.File("none.csv"), "--kind", "places", "--data", Data)).Code);
        Assert.Equal(2, (await BuiltProgram.RunAsync("import", old, "--kind", "people", "--data", Data)).Code);
    }

    [Fact]
    public async Task A_workbook_is_a_register_and_while_the_folder_is_served_it_is_only_looked_at()
    {
        await using var local = await OpenAsync();
        var rows = (await local.Installation.Imports.RowsAsync(ImportKind.Officials)).Select(r => r.Select(f => f == "Chánh Văn phòng Tỉnh ủy" ? "Chánh Văn phòng" : f).ToList()).ToList();
        var file = _folder.File("officials.xlsx");
        await File.WriteAllBytesAsync(file, SheetWriter.Xlsx("officials", rows));
        Assert.Equal("officials", (await SaysAsync(0, "import", file, "--data", Data, "--json")).GetProperty("kind").GetString());
        var refused = await BuiltProgram.RunAsync("import", file, "--data", Data, "--apply");
        Assert.Equal(2, refused.Code);
        Assert.Contains("is in use", refused.Complained, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> SaysAsync(int code, params string[] arguments)
    {
        var ended = await BuiltProgram.RunAsync(arguments);
        Assert.True(ended.Code == code, $"{ended.Code}: {ended.Said}{ended.Complained}");
        return JsonDocument.Parse(ended.Said).RootElement;
    }

    private static IEnumerable<(string Code, int? Row)> Told(JsonElement said, string group) =>
        said.GetProperty(group).EnumerateArray().Select(e => (e.GetProperty("code").GetString()!, e.GetProperty("row").ValueKind == JsonValueKind.Null ? (int?)null : e.GetProperty("row").GetInt32()));

    private async Task<string> WriteAsync(string name, IEnumerable<string> lines)
    {
        var path = _folder.File(name);
        await File.WriteAllTextAsync(path, string.Join('\n', lines) + "\n");
        return path;
    }

    private Task<LocalInstallation> OpenAsync() =>
        LocalInstallation.OpenAsync(DataFolder.Open(new(Data)), path => new Uri("http://localhost" + path), new WatchOptions(), default);
}
