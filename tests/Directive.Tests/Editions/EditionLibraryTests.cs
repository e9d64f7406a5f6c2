using Directives.Editions;

namespace Directives.Tests.Editions;

public class EditionLibraryTests
{
    private static readonly Edition First = EditionFile.Sample;
    private static readonly Edition Second = First with { Id = "02-QD-TU.2024-01-01", InForceFrom = new(2024, 1, 1) };
    private static readonly Edition Other = First with { Id = "33-CT-TW.2021-04-29", Directive = "33-CT/TW" };

    [Fact]
    public void The_latest_edition_that_has_begun_is_in_force()
    {
        var library = new EditionLibrary([Second, Other, First]);
        Assert.Null(library.InForce("02-QD/TU", new(2021, 4, 28)));
        Assert.Same(First, library.InForce("02-QD/TU", new(2021, 4, 29)));
        Assert.Same(First, library.InForce("02-QD/TU", new(2023, 12, 31)));
        Assert.Same(Second, library.InForce("02-QD/TU", new(2024, 1, 1)));
        Assert.Same(Other, library.InForce("33-CT/TW", new(2024, 1, 1)));
        Assert.Null(library.InForce("03-QD/TU", new(2024, 1, 1)));
        Assert.Equal([First, Second, Other], library.All);
        Assert.Same(Second, library.Get("02-QD-TU.2024-01-01"));
        Assert.Contains("nothing", Assert.Throws<KeyNotFoundException>(() => library.Get("nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_editions_of_a_directive_with_one_start_day_are_refused()
    {
        var error = Assert.Throws<RulesFileException>(() => new EditionLibrary([First, First with { Id = "again" }]));
        Assert.Equal(("again", "$.inForceFrom"), (error.File, error.Path));
        Assert.Contains("02-QD-TU.2021-04-29", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_editions_with_one_id_are_refused()
    {
        var error = Assert.Throws<RulesFileException>(() => new EditionLibrary([First, Second with { Id = First.Id }]));
        Assert.Equal("$.id", error.Path);
    }

    [Fact]
    public void A_folder_of_editions_is_read_and_a_missing_one_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.json"), EditionFile.Write(Second));
            File.WriteAllText(Path.Combine(folder.FullName, "b.json"), EditionFile.Write(First));
            Assert.Equal([First.Id, Second.Id], EditionLibrary.Load(folder.FullName).All.Select(e => e.Id));
            File.WriteAllText(Path.Combine(folder.FullName, "c.json"), "{}");
            Assert.EndsWith("c.json", Assert.Throws<RulesFileException>(() => EditionLibrary.Load(folder.FullName)).File, StringComparison.Ordinal);
            Assert.Throws<RulesFileException>(() => EditionLibrary.Load(Path.Combine(folder.FullName, "none")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
