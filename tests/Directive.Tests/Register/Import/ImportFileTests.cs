using System.Text;
using Directives.Language;
using Directives.Register.Import;

namespace Directives.Tests.Register.Import;

/// <summary>What can be read, and what whoever sends something else is told.</summary>
public sealed class ImportFileTests
{
    private const string Text = "code,name,kind,level,parent\n1,Tỉnh Bình Định,Tỉnh,province,\n";

    [Theory]
    [InlineData("code,name,kind,level,parent\n1,Tỉnh Một,Tỉnh,province,\n")]
    [InlineData("\uFEFFcode,name,kind,level,parent\r\n1,Tỉnh Một,Tỉnh,province,\r\n")]
    [InlineData("code;name;kind;level;parent\n1;Tỉnh Một;Tỉnh;province;\n")]
    [InlineData("Parent;LEVEL;ghi chú;Kind;Name;Code\n;province;a,b;Tỉnh;Tỉnh Một;1\n;;;;;\n")]
    [InlineData("code,name,kind,level,parent,,\n1,\" Tỉnh Một \",Tỉnh,province,,,\n,,,,,,\n")]
    [InlineData("\ncode,name,kind,level,parent\n\n1,Ti\u0309nh Mo\u0302\u0323t,Ti\u0309nh,province,\n")]
    public void Delimiters_orders_further_columns_and_forms_of_letters_do_not_matter(string file)
    {
        var plan = ImportPlanner.Of(ImportFile.Read(Encoding.UTF8.GetBytes(file), null), new([], [], [], [], [], []), [], Plans.Day, true);
        Assert.Equal(new("1", "Tỉnh Một", "Tỉnh", "province", null, Plans.Day), plan.After!.Places.Single());
    }

    [Theory]
    [InlineData("code,name,kind,level,parent", ImportKind.Places)]
    [InlineData("id,name,name_en,kind,place", ImportKind.Bodies)]
    [InlineData("ID,Title,Title-EN,address", ImportKind.Officials)]
    [InlineData("place,role,official", ImportKind.Posts)]
    [InlineData("seat;official", ImportKind.Posts)]
    [InlineData("day,kind,instead_of,vi,en,by", ImportKind.Holidays)]
    public void The_kind_is_told_by_the_header(string header, ImportKind kind) => Assert.Equal(kind, Plans.Read(null, header, "x,x,x,x,x".Replace(',', header.Contains(';', StringComparison.Ordinal) ? ';' : ',')).Kind);

    [Theory]
    [InlineData("official,from,to\na,,", "import.file.which-kind")]
    [InlineData("code,name,kind,level,parent,id,name_en\n1,a,a,a,,1,a", "import.file.which-kind")]
    public void A_header_of_no_kind_or_of_two_asks_for_the_kind(string file, string key)
    {
        var problem = Plans.Unusable(Encoding.UTF8.GetBytes(file), null);
        Assert.Equal((1, key), (problem.Row, problem.Why.Key));
        Assert.Contains("places, bodies, officials, posts, holidays", problem.Why.In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_missing_or_there_twice_is_named()
    {
        Assert.Contains("no column level, parent.", Plans.Unusable("code,name,kind\n1,a,b"u8.ToArray()).Why.In(Texts.English), StringComparison.Ordinal);
        Assert.Contains("no column place.", Plans.Unusable("role,official\nmonitor,b"u8.ToArray(), ImportKind.Posts).Why.In(Texts.English), StringComparison.Ordinal);
        Assert.Contains("names the column name twice", Plans.Unusable("code,name,Name,kind,level,parent\n1,a,b,c,d,e"u8.ToArray()).Why.In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_legacy_encoding_gets_one_message_with_its_first_row()
    {
        // Windows-1258 writes ả as two bytes, neither of them UTF-8; Latin-1 stands for all such.
        var old = Encoding.Latin1.GetBytes("code,name,kind,level,parent\n1,a,b,province,\n2,T\u00EAn,X\u00E3,province,\n3,\u00D0a,X\u00E3,province,\n");
        Assert.Equal((3, "register.not-utf8"), Told(Plans.Unusable(old)));
        Assert.Contains("2 such rows", Plans.Unusable(old).Why.In(Texts.English), StringComparison.Ordinal);
        Assert.Equal((1, "import.file.utf-16"), Told(Plans.Unusable(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray())));
        Assert.Equal((1, "import.file.utf-16"), Told(Plans.Unusable(Encoding.BigEndianUnicode.GetBytes(Text))));
    }

    [Theory]
    [InlineData("TØnh B×nh §Þnh")]
    [InlineData("Tá»‰nh BÃ¬nh Äá»‹nh")]
    public void Texts_of_an_old_font_or_saved_in_a_wrong_encoding_are_found(string name)
    {
        var problem = Plans.Unusable(Encoding.UTF8.GetBytes($"code,name,kind,level,parent\n1,{name},a,province,\n2,Xã Hai,a,commune,1\n"));
        Assert.Equal((2, "import.file.legacy-font"), Told(problem));
        // One name from abroad among many is none.
        Assert.Equal(6, Plans.Read(ImportKind.Places, ["code,name,kind,level,parent", "1,Đường Zürich,a,province,", .. Enumerable.Range(2, 5).Select(i => $"{i},Xã {i},a,commune,1")]).Faults.Count + 6);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "import.file.old-workbook")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 }, "import.file.no-table")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "import.file.no-table")]
    [InlineData(new byte[] { 1, 0, 2, 3, 4, 5 }, "import.file.no-table")]
    [InlineData(new byte[0], "import.file.empty")]
    public void What_is_no_table_is_told_what_it_is(byte[] file, string key) => Assert.Equal(key, Plans.Unusable(file).Why.Key);

    [Fact]
    public void A_file_that_is_too_large_or_has_no_rows_is_refused()
    {
        Assert.Equal("import.file.too-large", Plans.Unusable(new byte[ImportFile.MostBytes + 1]).Why.Key);
        Assert.Equal("import.file.empty", Plans.Unusable("code,name,kind,level,parent\n"u8.ToArray()).Why.Key);
        Assert.Equal((1, "register.unclosed-quote"), Told(Plans.Unusable("code,\"name,kind,level,parent\n1,a,b,c,d\n"u8.ToArray())));
    }

    [Fact]
    public void Rows_that_fall_apart_keep_their_code()
    {
        var file = Plans.Read(ImportKind.Places, "code,name,kind,level,parent", "1,a,b", "2,a,b,c,d,e", "3,a\"b,c,d,e", "4,a,b,c,");
        Assert.Equal([(2, "1", "register.missing-field"), (3, "2", "register.too-many-fields"), (4, "3", "register.stray-quote")], file.Faults.Told());
    }

    [Theory]
    [InlineData("=1+1", "'=1+1", "=1+1")]
    [InlineData("+84", "'+84", "+84")]
    [InlineData("-", "'-", "-")]
    [InlineData("@a", "'@a", "@a")]
    [InlineData("'=a", "''=a", "''=a")]
    [InlineData("''@", "'''@", "'''@")]
    [InlineData("'a", "'a", "'a")]
    [InlineData("a=b", "a=b", "a=b")]
    [InlineData("", "", "")]
    public void No_text_is_taken_for_a_formula_and_each_comes_back(string text, string csv, string workbook)
    {
        Assert.Equal((csv, workbook), (CellGuard.Write(text), CellGuard.Write(text, typed: true)));
        Assert.Equal((text, text), (CellGuard.Read(csv), CellGuard.Read(workbook)));
    }

    private static (int?, string) Told(ImportEntry entry) => (entry.Row, entry.Why.Key);
}
