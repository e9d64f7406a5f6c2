using Directives.Calendars;
using Directives.Editions;

namespace Directives.Tests.Calendars;

public class HolidayFileTests
{
    private const string Sound = """
        {
          "name": "Test",
          "years": [
            {
              "year": 2024,
              "verified": true,
              "sources": [{ "number": "2450/VPCP-KGVX", "date": "2024-04-12", "issuer": "Văn phòng Chính phủ", "about": "Hoán đổi" }],
              "off": [
                { "day": "2024-04-29", "kind": "swapped", "vi": "Nghỉ hoán đổi", "en": "Swapped" },
                { "day": "2024-04-30", "kind": "holiday", "vi": "Ngày Chiến thắng", "en": "Victory Day" }
              ],
              "worked": [{ "day": "2024-05-04", "insteadOf": "2024-04-29", "vi": "Làm bù", "en": "Worked" }]
            }
          ]
        }
        """;

    [Fact]
    public void A_sound_file_is_read()
    {
        var calendar = HolidayFile.Parse(Sound, "test.json");
        Assert.False(calendar.IsWorkingDay(new(2024, 4, 29)));
        Assert.True(calendar.IsWorkingDay(new(2024, 5, 4)));
        Assert.Equal(new DateOnly(2024, 4, 12), calendar.Years[0].Sources[0].Date);
    }

    [Theory]
    [InlineData("\"2024-04-30\"", "\"2024-02-31\"", "$.years[0].off[1].day", "\"2024-02-31\" is not a day of the calendar")]
    [InlineData("\"2024-04-12\"", "\"2024-04-31\"", "$.years[0].sources[0].date", "not a day of the calendar")]
    [InlineData("\"2024-04-30\"", "\"30/4/2024\"", "$.years[0].off[1].day", "yyyy-MM-dd")]
    [InlineData("\"2024-04-30\"", "\"2023-04-28\"", "$.years[0].off[1].day", "2023-04-28 is not a day of 2024")]
    [InlineData("\"2024-04-30\"", "\"2024-04-29\"", "$.years[0].off[1].day", "2024-04-29 is off already")]
    [InlineData("\"2024-05-04\"", "\"2024-05-06\"", "$.years[0].worked[0].day", "is a Monday")]
    [InlineData("\"2024-05-04\"", "\"2025-05-03\"", "$.years[0].worked[0].day", "2025-05-03 is not a day of 2024")]
    [InlineData("\"insteadOf\": \"2024-04-29\"", "\"insteadOf\": \"2024-04-30\"", "$.years[0].worked[0].insteadOf", "not a swapped day off")]
    [InlineData("\"2024-04-30\", \"kind\": \"holiday\"", "\"2024-04-27\", \"kind\": \"compensated\"", "$.years[0].off[1].day", "off anyway")]
    [InlineData("\"2024-04-30\", \"kind\": \"holiday\"", "\"2024-05-04\", \"kind\": \"holiday\"", "$.years[0].worked[0].day", "both off and worked")]
    [InlineData("\"2024-04-30\", \"kind\": \"holiday\"", "\"2024-04-30\", \"kind\": \"swapped\"", "$.years[0].off[1].day", "no day is worked instead")]
    [InlineData("\"kind\": \"holiday\"", "\"kind\": \"party\"", "$.years[0].off[1].kind", "\"party\" is not one of holiday, compensated, swapped")]
    [InlineData("\"verified\": true", "\"verified\": false", "$.years[0].note", "needs a note")]
    [InlineData("\"verified\": true", "\"verified\": \"yes\"", "$.years[0].verified", "neither true nor false")]
    [InlineData("\"verified\": true,", "", "$.years[0].verified", "missing")]
    [InlineData("\"year\": 2024", "\"year\": 20240", "$.years[0].year", "20240 is more than 2999")]
    [InlineData("\"year\": 2024", "\"year\": 2024.5", "$.years[0].year", "2024.5 is not a whole number")]
    [InlineData("\"name\": \"Test\"", "\"name\": \"Test\", \"colour\": \"red\"", "$.colour", "unknown")]
    [InlineData("\"name\": \"Test\"", "\"name\": \"\"", "$.name", "empty")]
    [InlineData("\"name\": \"Test\"", "\"name\": \"Test\", \"name\": \"Test\"", "$", "not JSON")]
    public void A_wrong_file_is_refused_with_file_path_and_reason(string from, string to, string path, string reason)
    {
        Assert.Contains(from, Sound, StringComparison.Ordinal);
        var error = Assert.Throws<RulesFileException>(() => HolidayFile.Parse(Sound.Replace(from, to, StringComparison.Ordinal), "test.json"));
        Assert.Equal("test.json", error.File);
        var problem = Assert.Single(error.Problems, p => p.Path == path);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
        Assert.Contains($"test.json is refused: ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{path}: {problem.Reason}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_stands_twice_is_refused()
    {
        var year = Sound[Sound.IndexOf("{\n      \"year\"", StringComparison.Ordinal)..Sound.LastIndexOf(']')];
        var twice = Sound.Replace(year, $"{year}, {year}", StringComparison.Ordinal);
        var error = Assert.Throws<RulesFileException>(() => HolidayFile.Parse(twice, "test.json"));
        Assert.Contains(error.Problems, p => p.Path == "$.years[1].year");
    }

    [Fact]
    public void The_sample_file_reads_the_same_from_disk()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = typeof(HolidayFile).Assembly.GetManifestResourceStream("Calendars/vietnam.holidays.json")!)
            using (var file = File.Create(path))
                stream.CopyTo(file);
            var read = HolidayFile.Load(path);
            Assert.Equal(HolidayFile.Vietnam.Years.SelectMany(y => y.Off), read.Years.SelectMany(y => y.Off));
            Assert.Equal(HolidayFile.Vietnam.Years.SelectMany(y => y.Worked), read.Years.SelectMany(y => y.Worked));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
