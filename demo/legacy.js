/* global jQuery, KfSimulator */
(function ($) {
  KfSimulator.simulateWeCom({ latency: 300 });

  var menu = {
    head_content: '您对本次服务是否满意呢? ',
    list: [
      { type: 'click', click: { id: '101', content: '满意' } },
      { type: 'click', click: { id: '102', content: '不满意' } },
    ],
    tail_content: '欢迎再次光临',
  };

  $('kf-menu-composer').prop('value', menu); // .attr() would write [object Object]

  $(document).on('kf-send kf-sent kf-cancel kf-error kf-ready kf-blocked', function (event) {
    var detail = event.originalEvent.detail; // jQuery does not copy it
    var said = detail.error ? detail.error.code : detail.receipt ? detail.receipt.outcome : detail.entry || '';
    $('<li>')
      .text(event.type + ' ' + said)
      .appendTo('#events');
  });
})(jQuery);
