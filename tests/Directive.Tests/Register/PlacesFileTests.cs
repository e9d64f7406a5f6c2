using System.Globalization;
using System.Text;
using CsCheck;
using Directives.Register;
using static Directives.Register.RegisterProblemKind;

namespace Directives.Tests.Register;

public sealed class PlacesFileTests
{
    private const string Two = "code,name,kind,level,parent\n1,Tỉnh Một,Tỉnh,province,\n11,Huyện Hai,Huyện,district,1\n";

    private static IReadOnlyList<Place> Read(string text) => PlacesFile.Read(Encoding.UTF8.GetBytes(text), Registers.Start);

    private static IReadOnlyList<RegisterProblem> Refused(byte[] file) =>
        Assert.Throws<RegisterRefusedException>(() => PlacesFile.Read(file, Registers.Start)).Problems;

    private static IReadOnlyList<RegisterProblem> Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    private static (int?, RegisterProblemKind)[] Kinds(string text) => [.. Refused(text).Select(p => (p.Row, p.Kind))];

    [Fact]
    public void A_file_is_read_in_its_order()
    {
        IReadOnlyList<Place> places = Read(Two);

        Assert.Equal(new Place("1", "Tỉnh Một", "Tỉnh", "province", null, Registers.Start), places[0]);
        Assert.Equal(new Place("11", "Huyện Hai", "Huyện", "district", "1", Registers.Start), places[1]);
        Assert.Equal(2, places.Count);
    }

    [Fact]
    public void Semicolons_a_byte_order_mark_other_line_ends_and_other_column_orders_change_nothing()
    {
        IReadOnlyList<Place> expected = Read(Two);

        Assert.Equal(expected, Read(Two.Replace(',', ';')));
        Assert.Equal(expected, Read('\uFEFF' + Two));
        Assert.Equal(expected, Read('\uFEFF' + Two.Replace(',', ';').Replace("\n", "\r\n")));
        Assert.Equal(expected, Read(Two.TrimEnd('\n')));
        Assert.Equal(expected, Read(Two + "\n;;;;\n,,,,\n".Replace(';', ',')));
        Assert.Equal(expected, Read(Two.Replace("Huyện Hai", " \"Huyện Hai\" ")));
        Assert.Equal(expected, Read(Two.Normalize(NormalizationForm.FormD)));
        Assert.Equal(expected, Read(
            "Note,Parent,Level,Kind,Name,Code\n,,province,Tỉnh,Tỉnh Một,1\nx,1,district,Huyện,Huyện Hai,11"));
    }

    [Fact]
    public void A_quoted_name_may_hold_the_delimiter() =>
        Assert.Equal("Xã A, \"B\"", Read(Two + "111,\"Xã A, \"\"B\"\"\",Xã,commune,11\n")[2].Name);

    [Fact]
    public void A_tree_six_deep_with_several_roots_and_children_before_parents_is_read()
    {
        IReadOnlyList<Place> places = Read(
            "code,name,kind,level,parent\nf,F,,block,e\ne,E,,hamlet,d\nd,D,,village,c\nc,C,,commune,b\n"
            + "b,B,,district,a\na,A,,province,\nz,Z,,province,\n");

        RegisterSnapshot snapshot = RegisterSnapshot.Build(new RegisterContent(places, [], [], [], [], []));

        Assert.Equal(["e", "d", "c", "b", "a"], snapshot.Ancestors("f").Select(p => p.Code));
        Assert.Equal(["a", "z"], snapshot.Roots.Select(p => p.Code));
        Assert.Equal(["d"], snapshot.Children("c").Select(p => p.Code));
    }

    [Theory]
    [InlineData("7431,Xã 7431,Xã,commune", MissingField)]
    [InlineData("7431,Xã 7431,Xã,commune,1,more", TooManyFields)]
    [InlineData(",Xã 7431,Xã,commune,1", EmptyCode)]
    [InlineData("7431,,Xã,commune,1", EmptyText)]
    [InlineData("7431,\"Xã 7431,Xã,commune,1", UnclosedQuote)]
    [InlineData("7431,Xã \"Một\",Xã,commune,1", StrayQuote)]
    [InlineData("7431,\"Xã\" Một,Xã,commune,1", StrayQuote)]
    [InlineData("7431,Xã 7431,Xã,commune,unknown", UnknownParent)]
    [InlineData("7431,Xã 7431,Xã,commune,7431", Cycle)]
    [InlineData("7430,Xã 7430,Xã,commune,1", DuplicateCode)]
    [InlineData("7431,Xã\t7431,Xã,commune,1", ControlCharacters)]
    public void A_broken_row_is_told_by_its_number(string row, RegisterProblemKind kind)
    {
        var text = new StringBuilder("code,name,kind,level,parent\n1,Tỉnh,Tỉnh,province,\n");
        for (int line = 3; line <= 11_000; line++)
        {
            if (line == 7431)
                text.Append(row).Append('\n');
            else
                text.Append(CultureInfo.InvariantCulture, $"{line},\"Xã {line}\",Xã,commune,1\n");
        }

        RegisterProblem problem = Assert.Single(Refused(text.ToString()));

        Assert.Equal((7431, kind), (problem.Row, problem.Kind));
        Assert.StartsWith("Row 7431: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_broken_rows_are_told_at_once_and_those_below_a_broken_one_are_not_blamed() =>
        Assert.Equal(
            [(3, TooManyFields), (5, UnclosedQuote), (7, MissingField), (8, UnknownParent), (10, Cycle)],
            Kinds("code,name,kind,level,parent\n1,A,Tỉnh,province,\n11,B,Huyện,district,1,x\n111,C,Xã,commune,11\n"
                + "12,\"D,Huyện,district,1\n"
                + "121,E,Xã,commune,12\n13\n14,F,Huyện,district,15\n"
                + "131,G,Xã,commune,13\n8,H,Xã,commune,9\n9,I,Xã,commune,8\n"));

    [Theory]
    [InlineData("", EmptyFile)]
    [InlineData("\n\n", EmptyFile)]
    [InlineData("code,name,kind,level,parent\n", EmptyFile)]
    [InlineData("code,name,kind,level\n1,A,Tỉnh,province\n", MissingColumn)]
    [InlineData("code,name,kind,level,parent,Code\n1,A,Tỉnh,province,,2\n", DuplicateColumn)]
    [InlineData("code,\"name,kind,level,parent\n1,A,Tỉnh,province,\n", UnclosedQuote)]
    public void A_file_without_places_or_with_a_wrong_header_is_refused(string text, RegisterProblemKind kind) =>
        Assert.Equal((1, kind), Assert.Single(Kinds(text)));

    [Fact]
    public void A_file_in_windows_1258_is_told_to_be_saved_as_utf_8()
    {
        // "Xã Một" as an older Vietnamese system saves it: ã is E3, the dot below a byte of its own.
        byte[] row = [.. "111,X"u8, 0xE3, .. " M"u8, 0xF4, 0xF2, .. "t,X"u8, 0xE3, .. ",commune,11\n"u8];
        byte[] file = [.. Encoding.UTF8.GetBytes(Two), .. row];

        RegisterProblem problem = Assert.Single(Refused(file));

        Assert.Equal((4, NotUtf8), (problem.Row, problem.Kind));
        Assert.Contains("Save it again as UTF-8", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_utf_16_is_told_to_be_saved_as_utf_8()
    {
        RegisterProblem problem = Assert.Single(Refused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Two)]));

        Assert.Equal((1, NotUtf8), (problem.Row, problem.Kind));
    }

    [Fact]
    public void Whatever_is_written_in_one_row_every_other_row_is_still_read()
    {
        Gen<string> noise = Gen.Char["\",;ax \t"].Array[0, 12].Select(c => new string(c));
        Gen.Select(noise, Gen.Int[0, 20]).Sample((row, at) =>
        {
            var lines = Enumerable.Range(1, 20).Select(i => $"c{i},\"Xã\",Xã,commune,").ToList();
            lines.Insert(at, row);
            string text = "code,name,kind,level,parent\n" + string.Join('\n', lines) + "\nc1,Xã,Xã,commune,\n";

            // The duplicate in the last row is found: nothing before it was swallowed. All else is about the one row.
            IReadOnlyList<RegisterProblem> problems = Refused(text);
            Assert.Contains(problems, p => p.Kind == DuplicateCode && p.Row == 23);
            Assert.All(problems, p => Assert.True(p.Row == 23 || p.Row == at + 2, p.ToString()));
        }, iter: 1000);
    }

    [Fact]
    public void The_nation_is_read_whole() =>
        Assert.Equal(63 + 705 + 10_598, PlacesFile.Read(NationFile.Bytes(), Registers.Start).Count);
}
