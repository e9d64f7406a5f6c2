using System.IO.Compression;
using Directives.Language;
using Directives.Register;
using Directives.Register.Import;

namespace Directives.Tests.Register.Import;

/// <summary>Workbooks as people make them.</summary>
public sealed class XlsxTests
{
    private static readonly IReadOnlyList<DocumentFormat.OpenXml.Spreadsheet.Cell?> Header = Workbook.Row("code", "name", "kind", "level", "parent", "from");

    [Fact]
    public void Texts_numbers_dates_and_stored_values_are_read_as_they_are_shown()
    {
        var plan = Plan(Workbook.Of(
        [
            [], Header, [],
            [Workbook.Number("21550"), Workbook.Shared(1), Workbook.Inline("Xã"), Workbook.Inline("commune"), null, Workbook.Number("45047", Workbook.Date)],
            [Workbook.Number("101", Workbook.Zeros), Workbook.Formula("A1&\"x\"", "Xã Tính", DocumentFormat.OpenXml.Spreadsheet.CellValues.String), Workbook.Inline("Xã"), Workbook.Inline("commune"), Workbook.Number("21550"), Workbook.Number("45047.5", Workbook.Own)],
            [Workbook.Number("2.1553E4"), Workbook.Inline(" Xã Ba\u00A0"), Workbook.Inline("Xã"), Workbook.Inline("commune"), Workbook.Formula("21550", "21550"), Workbook.Inline("1/5/2023")],
        ]));
        Assert.True(plan.IsClean, string.Join('\n', plan.Wrong));
        var from = new DateOnly(2023, 5, 1);
        Assert.Equal(
            [new("21550", "Xã Giàu", "Xã", "commune", null, from), new("00101", "Xã Tính", "Xã", "commune", "21550", from), new Place("21553", "Xã Ba", "Xã", "commune", "21550", from)],
            plan.After!.Places);
        Assert.Equal([4, 5, 6], plan.New.Select(n => n.Row));
    }

    [Fact]
    public void A_workbook_that_counts_days_from_1904_is_read_so() => Assert.Equal(
        new DateOnly(2023, 5, 1),
        Plan(Workbook.Of([Header, [.. Workbook.Row("1", "Xã", "Xã", "commune", ""), Workbook.Number("43585", Workbook.Date)]], since1904: true)).After!.Places.Single().From);

    [Fact]
    public void Formulas_without_a_value_errors_dates_for_texts_and_merged_cells_are_told_with_sheet_and_cell()
    {
        var plan = Plan(Workbook.Of(
        [
            Header, Workbook.Row("1", "Tỉnh", "Tỉnh", "province", ""),
            [Workbook.Inline("2"), Workbook.Formula("CONCAT(A1)", null), .. Workbook.Row("Xã", "commune", "1")],
            [Workbook.Inline("3"), Workbook.Formula("CONCAT(A1)", ""), .. Workbook.Row("Xã", "commune", "1")],
            [Workbook.Inline("4"), Workbook.Error("#REF!"), .. Workbook.Row("Xã", "commune", "1")],
            [Workbook.Number("45047", Workbook.Date), .. Workbook.Row("Xã Năm", "Xã", "commune", "1")],
            [.. Workbook.Row("6", "Xã Sáu", "Xã", "commune", "1"), Workbook.Number("45047")],
            Workbook.Row("7", "Xã Bảy", "Xã", "commune", "1"), Workbook.Row("8", "", "", "", ""),
        ], merged: "B8:C9"));
        Assert.Equal(
            [
                (3, "2", "import.cell.formula"), (4, "3", "import.cell.formula"), (5, "4", "import.cell.error"), (6, "2023-05-01", "import.cell.date"), (7, "6", "import.cell.no-day"),
                (8, "7", "import.cell.merged"), (9, "8", "import.cell.merged"),
            ],
            plan.Wrong.Told());
        Assert.StartsWith("bảng “Danh sách”, ô B3: công thức không kèm giá trị.", plan.Wrong[0].Why.In(Texts.Vietnamese), StringComparison.Ordinal);
        Assert.StartsWith("sheet “Danh sách”, cell B5: the error #REF!.", plan.Wrong[2].Why.In(Texts.English), StringComparison.Ordinal);
        Assert.StartsWith("sheet “Danh sách”, cell A6: a date where a text is expected", plan.Wrong[3].Why.In(Texts.English), StringComparison.Ordinal);
        Assert.StartsWith("sheet “Danh sách”, cell B9 is merged with others (B8:C9).", plan.Wrong[6].Why.In(Texts.English), StringComparison.Ordinal);
        Assert.Null(plan.After);
    }

    [Fact]
    public void What_stands_in_columns_that_are_not_read_does_not_matter() => Assert.True(Plan(Workbook.Of(
        [[.. Header, Workbook.Inline("ghi chú")], [.. Workbook.Row("1", "Tỉnh", "Tỉnh", "province", "", ""), Workbook.Formula("NOW()", null)], [.. Workbook.Row("2", "Xã", "Xã", "commune", "1", ""), Workbook.Error("#N/A")]], merged: "G2:H3")).IsClean);

    [Fact]
    public void A_merged_title_above_the_table_is_told()
    {
        var problem = Plans.Unusable(Workbook.Of([Workbook.Row("DANH SÁCH ĐỊA BÀN"), Header, Workbook.Row("1", "Tỉnh", "Tỉnh", "province", "")], merged: "A1:F1"));
        Assert.Equal((1, "import.file.merged-head"), (problem.Row, problem.Why.Key));
        Assert.Contains("A1:F1", problem.Why.In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_workbook_and_one_that_unpacks_to_too_much_are_refused()
    {
        var whole = Workbook.Of([Header, Workbook.Row("1", "Tỉnh", "Tỉnh", "province", "")]);
        foreach (var part in (string[])["xl/workbook.xml", "[Content_Types].xml"])
            Assert.Contains(Plans.Unusable(With(whole, part, "<broken")).Why.Key, (string[])["import.file.broken", "import.file.empty"]);
        Assert.Equal("import.file.no-table", Plans.Unusable(whole.AsMemory(0, whole.Length / 2)).Why.Key);
        Assert.Equal("import.file.too-large", Plans.Unusable(With(whole, "xl/media/bomb.bin", new string('0', 210 * 1024 * 1024))).Why.Key);
        Assert.Equal("import.file.broken", Plans.Unusable(With(whole, "xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>")).Why.Key);
    }

    private static ImportPlan Plan(byte[] file) =>
        ImportPlanner.Of(ImportFile.Read(file, null), new([], [], [], [], [], []), [], Plans.Day, trusted: true);

    private static byte[] With(byte[] file, string part, string text)
    {
        using var changed = new MemoryStream();
        changed.Write(file);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Fastest).Open());
            writer.Write(text);
        }

        return changed.ToArray();
    }
}
