using System.Text;
using System.Text.Json;
using Directives.Reports;

namespace Directives.Tests.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public void A_report_is_read_into_the_form_that_people_fill()
    {
        var reading = Read("""{"visits":[{"date":"2023-04-04","where":"Thôn"}],"whomMet":"Bí thư","noVisitBecause":null}""");
        Assert.Empty(reading.Problems);
        Assert.Equal([new VisitRow("2023-04-04", "Thôn")], reading.Form.Visits);
        Assert.Equal("Bí thư", reading.Form["whomMet"]);
        Assert.Equal("", reading.Form["promises"]);
    }

    [Theory]
    [InlineData("""{"mood":"good"}""", "mood", "unknown-property")]
    [InlineData("""{"WhomMet":"x"}""", "WhomMet", "unknown-property")]
    [InlineData("""{"whomMet":"x","whomMet":"y"}""", "whomMet", "duplicate-property")]
    [InlineData("""{"whomMet":"x","whom\u004det":"y"}""", "whomMet", "duplicate-property")]
    [InlineData("""{"whomMet":7}""", "whomMet", "not-text")]
    [InlineData("""{"whomMet":null}""", "whomMet", "not-text")]
    [InlineData("""{"visits":{}}""", "visits", "not-list")]
    [InlineData("""{"visits":["2023-04-04"]}""", "visits[0]", "not-object")]
    [InlineData("""{"visits":[{"date":"2023-04-04","place":"x"}]}""", "visits[0].place", "unknown-property")]
    [InlineData("""{"visits":[{},{"date":20230404}]}""", "visits[1].date", "not-text")]
    [InlineData("""{"visits":[{"date":"a","date":"b"}]}""", "visits[0].date", "duplicate-property")]
    public void What_does_not_belong_is_told_at_its_field(string json, string field, string message)
    {
        var problem = Assert.Single(Read(json).Problems);
        Assert.Equal((field, $"report.problem.{message}"), (problem.Field, problem.Message));
    }

    [Fact]
    public void One_mistake_does_not_hide_another() =>
        Assert.Equal(3, Read("""{"whomMet":1,"mood":"","visits":0}""").Problems.Count);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"whomMet\":\"x\",}")]
    [InlineData("{/* */}")]
    [InlineData("{} {}")]
    [InlineData("{'whomMet':'x'}")]
    [InlineData("""{"visits":[[[[[[[[[]]]]]]]]]}""")]
    public void What_is_no_JSON_object_or_too_deep_is_refused_whole(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static ReportJsonReading Read(string json) => ReportJson.Read(Encoding.UTF8.GetBytes(json));
}
