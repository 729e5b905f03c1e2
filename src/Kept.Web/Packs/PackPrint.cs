using System.Text;
using Kept.Domain.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kept.Web.Packs;

/// <summary>A pack as one page of HTML that needs nothing beside it: for the printer, for people, and for what makes the PDF.</summary>
internal sealed class PackPrint(IRazorViewEngine views, ITempDataProvider none, IServiceScopeFactory scopes)
{
    private const string View = "/Features/Shared/_Pack.cshtml";

    public static string Style { get; } = ReadStyle();

    /// <summary>After <see cref="Style"/>, for who has chosen large print: 18 point and more, as the RNIB asks for.</summary>
    public const string LargePrint =
        "html { font-size: 18pt; line-height: 1.5; } .meta, .mark, .was, .seal { font-size: 1em; } "
        + "@page { margin: 15mm 14mm 22mm; @bottom-left { font-size: 18pt; } @bottom-right { font-size: 18pt; } }";

    /// <summary>For who has chosen strong contrast: black on white, nothing in grey.</summary>
    public const string HighContrast =
        "h2 { border-top-color: #000; } .meta, .was { color: #000; } .was, .lines > li { border-color: #000; } a { text-decoration: underline; } "
        + "@page { @bottom-left { color: #000; } @bottom-right { color: #000; } }";

    /// <summary>For who has chosen easy read: room around each line, and a symbol beside each heading.</summary>
    public const string EasyRead =
        "html { line-height: 1.7; } body { max-width: 36em; } p { margin: .5em 0; } .lines > li { padding: .8em 0; } .symbol { width: 1.1em; height: 1.1em; margin: 0 .3em; vertical-align: -.2em; }";

    /// <summary>Everything that a reader’s form adds to <see cref="Style"/>; empty for ordinary print.</summary>
    public static string Also(FormatWishes formats) =>
        $"{(formats.EasyRead ? EasyRead : "")}{(formats.HighContrast ? HighContrast : "")}{(formats.LargePrint ? LargePrint : "")}";

    /// <summary>Written while it is rendered: the view itself flushes as it goes.</summary>
    public Task WriteAsync(PackContent content, Stream to, CancellationToken cancel) => WriteAsync(View, content, to, cancel);

    /// <param name="page">A view that is a whole page and needs nothing beside it.</param>
    /// <param name="content">What it shows.</param>
    /// <param name="to">Where it is written.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task WriteAsync<T>(string page, T content, Stream to, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancel };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var view = views.GetView(executingFilePath: null, page, isMainPage: false).EnsureSuccessful(null).View;
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = content };
        await view!.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, none), writer, new HtmlHelperOptions()));
    }

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(PackPrint).Assembly.GetManifestResourceStream("Packs.pack.css")!);
        return reader.ReadToEnd();
    }
}
