using System.Text;
using System.Text.Json;
using Directives.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Directives.Web.Api;

/// <summary>The API described by OpenAPI 3.1, made from the endpoints themselves when it is first asked. It shows nothing of anybody.</summary>
public static class ApiDocument
{
    public const string Path = "/api/openapi.json";
    private const string Name = "v1";
    private const string SessionScheme = "session";

    /// <summary>Registers what makes the description.</summary>
    public static void Add(IServiceCollection services, SiteOptions site)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = static endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) => About(document, site));
            options.AddOperationTransformer(OfAccess);
            options.AddOperationTransformer(OfBodyAsync);
        });
        services.AddSingleton(all => new Made(all));
    }

    /// <summary>Maps the description.</summary>
    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet(Path, async ([Microsoft.AspNetCore.Mvc.FromServices] Made made) => Results.Bytes(await made.Document, "application/json")).Allow(May.Do(Deed.Arrive))
            .Describe<JsonElement>("openapi", "This description.", [StatusCodes.Status429TooManyRequests]);

    private static Task About(OpenApiDocument document, SiteOptions site)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Directive",
            Version = "1",
            Description = "What the pages do, for programs. The same sessions, rights and rows as the pages; refusals are problem documents (RFC 9457) in the language of Accept-Language, vi or en.",
        };
        document.Servers = [new OpenApiServer { Url = site.PublicAddress.GetLeftPart(UriPartial.Authority) }];
        document.AddComponent(SessionScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = SessionCookie.Name(site, "session"),
            Description = "The session of whoever has signed in at /sign-in, with a second factor where a role needs one.",
        });
        return Task.CompletedTask;
    }

    /// <summary>Whom an endpoint admits stands in its description, and whether it asks for a session.</summary>
    private static Task OfAccess(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Admits>().LastOrDefault() is not { Who: var who }) return Task.CompletedTask;
        operation.Description = $"For: {who}.";
        if ((who & (Who.Anyone | Who.KeyHolder | Who.MailProvider)) == 0)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SessionScheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    private static async Task OfBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiBody>().LastOrDefault() is not { Type: var type }) return;
        var schema = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancel);
        context.Document?.AddComponent(type.Name, schema);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchemaReference(type.Name, context.Document) } },
        };
    }

    /// <summary>The description, made once: endpoints do not change while the program runs.</summary>
    public sealed class Made(IServiceProvider all)
    {
        private readonly Lazy<Task<byte[]>> _document = new(async () =>
        {
            var document = await all.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
            return Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        });

        /// <summary>UTF-8.</summary>
        public Task<byte[]> Document => _document.Value;
    }
}
